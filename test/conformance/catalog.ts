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
import { recordCases } from './section-3/records.ts';
import { coapCases } from './section-5/coap.ts';
import { functionalityCases } from './section-9/functionality.ts';
import { sessionCases } from './section-11/session.ts';
import { tlsCases } from './section-11/tls.ts';
import { topicCases } from './section-11/topics.ts';

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
  ...recordCases,
  ...coapCases,
  ...functionalityCases,
  ...sessionCases,
  ...tlsCases,
  ...topicCases,
];

/** By section of the plan, or by case. */
const reasons: Readonly<Record<string, string>> = {
  '2': 'no signatures of Records yet',
  '3': 'no session contexts and no TLS inside of Records yet',
  '6': 'no STOMP yet',
  '7': 'no WebSocket yet',
  '8': 'no discovery yet',
  '9': 'no firmware update yet',
  '10': 'no bulk data collection yet',
};

export function whyNotBuilt(number: string): string {
  return reasons[number] ?? reasons[number.split('.')[0] ?? ''] ?? 'no case is written';
}
