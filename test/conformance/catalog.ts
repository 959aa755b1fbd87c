/** Every case that is written, and why the others are not. */
import type { Case } from './bench/case.ts';
import { addCases } from './section-1/add.ts';
import { deleteCases } from './section-1/delete.ts';
import { getCases } from './section-1/get.ts';
import { instancesCases } from './section-1/instances.ts';
import { notifyCases } from './section-1/notify.ts';
import { onboardingCases } from './section-1/onboarding.ts';
import { operateCases } from './section-1/operate.ts';
import { searchCases } from './section-1/search.ts';
import { setCases } from './section-1/set.ts';
import { supportedCases } from './section-1/supported-dm.ts';
import { addingCases } from './section-2/adding.ts';
import { endpointCases } from './section-2/endpoints.ts';
import { permissionCases } from './section-2/permissions.ts';

export const cases: readonly Case[] = [
  ...addCases,
  ...deleteCases,
  ...getCases,
  ...instancesCases,
  ...notifyCases,
  ...onboardingCases,
  ...operateCases,
  ...searchCases,
  ...setCases,
  ...supportedCases,
  ...endpointCases,
  ...permissionCases,
  ...addingCases,
];

/** By section of the plan. */
const sections: Readonly<Record<string, string>> = {
  '2': 'no signatures of Records and no session contexts',
};

export function whyNotBuilt(number: string): string {
  return sections[number.split('.')[0] ?? ''] ?? 'not written';
}
