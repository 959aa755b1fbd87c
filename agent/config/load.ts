/** The configuration file, from its text to a Config or to everything that is wrong with it. */
import type { ChipDefinition } from '../../drivers/define.ts';
import { resolveCapability, type Surroundings } from './capability.ts';
import { checkCoap, checkControllers } from './controller.ts';
import { checkDevices, checkNodes } from './devices.ts';
import type { Finding, Problem, Report, Site } from './finding.ts';
import { checkAgent } from './identity.ts';
import { fileCharsMax, findingsMax } from './limits.ts';
import type { Owners } from './owner.ts';
import { type Capabilities, checkRules } from './rules.ts';
import type { capabilityFields } from './schema-capability.ts';
import { checkSectionNames, type Reading, readMany, readOne } from './sections.ts';
import { checkConnections, checkLines, checkPlaces, checkUnique } from './sharing.ts';
import { type Document, parseToml } from './syntax.ts';
import type { ChipCatalog, Config, ConfigResult, Vocabulary } from './types.ts';

/**
 * Reads a configuration. Pure: the caller reads the file, and resolves the paths in it (resolveBeside).
 *
 * @param text the file's contents, at most fileCharsMax long
 * @param fileName as it shall be printed
 * @param chips the drivers; only those that the file names are loaded
 * @param vocabulary the words that other rooms define
 * @returns the Config with its warnings, or all findings in the order of the file. Rejects only if a driver's module
 *   cannot be loaded.
 */
export async function loadConfig(
  text: string,
  fileName: string,
  chips: ChipCatalog,
  vocabulary: Vocabulary,
): Promise<ConfigResult> {
  if (text.length > fileCharsMax) return { ok: false, findings: [tooLarge(text, fileName)] };
  const parsed = parseToml(text, fileName);
  if ('finding' in parsed) return { ok: false, findings: [parsed.finding] };
  const problems: Problem[] = [];
  const config = await readConfig(parsed.document, chips, vocabulary, problem => void problems.push(problem));
  const findings = await toFindings(problems, text, fileName);
  const isGood = problems.every(problem => problem.severity === 'warning');
  return config && isGood ? { ok: true, config, warnings: findings } : { ok: false, findings };
}

function tooLarge(text: string, file: string): Finding {
  const message = `the file has ${text.length} characters`;
  const expected = `at most ${fileCharsMax}`;
  return { code: 'too-large', severity: 'error', file, line: 1, column: 1, message, expected };
}

/** Finds the lines of the problems and puts them in the order of the file. Beyond the limit, errors come first. */
async function toFindings(problems: readonly Problem[], text: string, file: string): Promise<Finding[]> {
  if (problems.length === 0) return [];
  const { locate } = await import('./locate.ts');
  const positions = locate(text, problems);
  const inFile = (a: Finding, b: Finding) => a.line - b.line || a.column - b.column;
  const all: Finding[] = problems.map(({ path: _, mark: __, ...said }, index) => ({
    ...said,
    file,
    ...positions[index]!,
  }));
  all.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning') || inFile(a, b));
  const shown = all.slice(0, findingsMax).sort(inFile);
  const next = all[findingsMax];
  if (!next) return shown;
  const message = `findings not shown: ${all.length - findingsMax}`;
  return [...shown, { ...next, code: 'more-findings', message, expected: 'the findings above to be cured first' }];
}

async function readConfig(
  document: Document,
  chips: ChipCatalog,
  vocabulary: Vocabulary,
  report: Report,
): Promise<Config | undefined> {
  const root: Site = { path: [], report };
  checkSectionNames(document, root);
  const agent = readOne(document, 'agent', root);
  const controllers = readMany(document, 'controller', root);
  const coap = Object.hasOwn(document, 'coap') ? readOne(document, 'coap', root) : undefined;
  const devices = readMany(document, 'device', root);
  const nodes = readMany(document, 'node', root);
  const log = readOne(document, 'log', root);
  checkAgent(agent.values, agent.site);
  checkUnique(controllers, 'endpoint');
  checkControllers(controllers, agent.values, vocabulary);
  checkConnections(controllers);
  if (coap) checkCoap(coap.values, coap.site);
  checkDevices(devices, vocabulary);
  checkNodes(nodes, devices, vocabulary);
  const allowExec = agent.values.allowExec === true;
  const owners = { devices: byName(devices), nodes: byName(nodes), allowExec };
  const capabilities = await readCapabilities(document, chips, vocabulary, owners, root);
  checkLines(capabilities.resolved.values(), agent.values.gpio);
  const rules = readMany(document, 'rule', root);
  checkRules(rules, capabilities);
  if (!agent.whole || !log.whole || (coap && !coap.whole)) return undefined;
  return {
    agent: agent.whole,
    controllers: wholes(controllers),
    ...(coap?.whole && { coap: coap.whole }),
    capabilities: [...capabilities.resolved.values()].map(({ config }) => config),
    rules: wholes(rules),
    devices: wholes(devices),
    nodes: wholes(nodes),
    log: log.whole,
  };
}

/** The tables in which nothing is wrong: all of them, whenever the Config is used. */
function wholes<T>(readings: readonly { whole: T | undefined }[]): T[] {
  return readings.map(({ whole }) => whole).filter(whole => whole !== undefined);
}

function byName<T extends { readonly name?: string }>(readings: readonly { values: T }[]): Map<string, T> {
  return new Map(readings.map(({ values }) => [values.name ?? '', values]));
}

async function readCapabilities(
  document: Document,
  chips: ChipCatalog,
  vocabulary: Vocabulary,
  owners: Owners,
  root: Site,
): Promise<Capabilities> {
  const readings = readMany(document, 'capability', root);
  checkUnique(readings, 'name');
  const around: Surroundings = {
    chips: await loadChips(chips, readings),
    drivers: Object.keys(chips).sort(),
    ...owners,
    vocabulary,
  };
  const resolved = readings
    .map(reading => resolveCapability(reading, reading.site, around))
    .filter(found => found !== undefined);
  checkPlaces(resolved);
  return {
    names: readings.map(({ values }) => values.name).filter(name => name !== undefined),
    resolved: new Map(resolved.map(capability => [capability.config.name, capability])),
  };
}

async function loadChips(
  chips: ChipCatalog,
  readings: readonly Reading<typeof capabilityFields>[],
): Promise<Map<string, ChipDefinition>> {
  const drivers = new Set(readings.map(({ values }) => values.driver ?? ''));
  const known = [...drivers].filter(driver => Object.hasOwn(chips, driver));
  return new Map(await Promise.all(known.map(async driver => [driver, await chips[driver]!()] as const)));
}
