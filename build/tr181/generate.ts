import { readFileSync } from 'node:fs';
import { emitTypes } from './emit-types.ts';
import { parseFacts } from './facts-text.ts';
import { graft } from './graft.ts';
import { factsFile } from './import.ts';

export async function generateTable(): Promise<Map<string, string>> {
  const objects = graft(parseFacts(readFileSync(factsFile, 'utf8')));
  return new Map([['datamodel/tr181/types.gen.ts', emitTypes(objects)]]);
}
