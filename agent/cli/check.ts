import { hostCrypto } from '../../drivers/host/crypto.ts';
import { renderFinding } from '../config/render.ts';
import { endingCertificates } from '../run/expiry.ts';
import { readConfiguration } from './configuration.ts';
import { exitCodes, UsageError, type Verb } from './verb.ts';

export const verb: Verb = {
  words: 'FILE',
  help: ['Checks a configuration file as `run` does, shows every mistake and warning, and touches no hardware.'],
  options: {},
  async run([file, ...rest], _, terminal) {
    if (file === undefined || rest.length > 0) throw new UsageError('expected one file');
    const good = await readConfiguration(file, terminal);
    if (!good) return exitCodes.usage;
    const { config, text, warnings } = good;
    for (const warning of warnings) terminal.complain(renderFinding(text, warning));
    const ending = endingCertificates(config, file, hostCrypto, Date.now());
    for (const { line } of ending) terminal.complain(`${file}: warning: ${line}`);
    const counts = [
      counted(config.controllers.length, 'controller', 'controllers'),
      counted(config.capabilities.length, 'capability', 'capabilities'),
      counted(config.rules.length, 'rule', 'rules'),
    ];
    const warned = warnings.length + ending.length;
    const note = warned > 0 ? `, with ${counted(warned, 'warning', 'warnings')}` : '';
    terminal.print(`${file}: good${note}: ${counts.join(', ')}`);
    return exitCodes.ok;
  },
};

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
