// Writes every generated file of the repository: `npm run generate`. With --check nothing is written; stale files are
// named and the exit code is 1.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateCodec } from './codec.ts';
import { generateConfigSchema } from './config-schema.ts';
import { generateTable } from './tr181/generate.ts';

/** Each resolves to path and content. */
const GENERATORS: (() => Promise<Map<string, string>>)[] = [generateCodec, generateTable, generateConfigSchema];

async function generateAll(): Promise<Map<string, string>> {
  const files = await Promise.all(GENERATORS.map(generate => generate()));
  return new Map(files.flatMap(each => [...each]));
}

/** Generated files whose content in the repository is not what the generators would write now. */
export async function staleFiles(): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, content] of await generateAll()) {
    const present = await readFile(path, 'utf8').catch(() => undefined);
    if (present !== content) stale.push(path);
  }
  return stale;
}

async function writeAll(): Promise<void> {
  for (const [path, content] of await generateAll()) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

async function main(): Promise<number> {
  if (!process.argv.includes('--check')) {
    await writeAll();
    return 0;
  }
  const stale = await staleFiles();
  for (const path of stale) process.stderr.write(`${path} is stale: run \`npm run generate\`\n`);
  return stale.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
