// `npm run install-service`: makes the agent a service of this machine. Run again after an update. `-- --dry-run` prints
// what would be done, and does nothing. `-- --allow-reboot` lets controllers reboot the board (Device.Reboot()).
// `-- --low-memory` is for a board with little memory; installed without it, the agent runs as usual again.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isHidden, rebootRule, sysusers, unitFiles } from './unit.mjs';

const isDryRun = process.argv.includes('--dry-run');
const allowsReboot = process.argv.includes('--allow-reboot');
const isLowMemory = process.argv.includes('--low-memory');
const node = realpathSync(process.execPath);
const program = fileURLToPath(new URL('../../dist/uspi.mjs', import.meta.url));
const config = '/etc/uspi/uspi.toml';
const units = '/etc/systemd/system';
const rebootRuleFile = '/etc/polkit-1/rules.d/50-uspi-reboot.rules';

const firstConfig = '# See docs/configuration.md. After a change: systemctl reload uspi\n[agent]\n';

function refusal() {
  if (process.platform !== 'linux') return 'there is no systemd here';
  if (!existsSync(program)) return `${program} is not there: npm run build makes it`;
  const inside = [node, program].find(isHidden);
  if (inside)
    return `${inside} cannot be seen by a service: install it outside of home directories (npm install --global)`;
  if (!isDryRun && process.getuid() !== 0) return 'only root can do this: sudo npm run install-service';
  return undefined;
}

function systemdVersion() {
  return Number(/^systemd (\d+)/.exec(execFileSync('systemctl', ['--version'], { encoding: 'utf8' }))?.[1]);
}

function write(path, text, mode = 0o644) {
  console.log(`write ${path}\n${text.replace(/^/gm, '    ').trimEnd()}`);
  if (isDryRun) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode });
}

function remove(path) {
  if (!existsSync(path)) return;
  console.log(`remove ${path}`);
  if (!isDryRun) rmSync(path);
}

function run(...command) {
  console.log(`run ${command.join(' ')}`);
  if (!isDryRun) execFileSync(command[0], command.slice(1), { stdio: 'inherit' });
}

function install() {
  write('/etc/sysusers.d/uspi.conf', sysusers());
  run('systemd-sysusers', '/etc/sysusers.d/uspi.conf');
  if (!existsSync(config)) write(config, firstConfig);
  // It may hold passwords: root's to change, the agent's to read.
  run('chown', 'root:uspi', config);
  run('chmod', '0640', config);
  const files = unitFiles({ node, program, isLowMemory, systemd: systemdVersion() });
  for (const [name, text] of Object.entries(files)) {
    if (text === undefined) remove(join(units, name));
    else write(join(units, name), text);
  }
  if (allowsReboot) write(rebootRuleFile, rebootRule());
  run(node, program, 'check', config);
  run('systemctl', 'daemon-reload');
  run('systemctl', 'enable', 'uspi.service');
  run('systemctl', 'restart', 'uspi.service');
}

const refused = refusal();
if (refused) {
  console.error(`install-service: ${refused}`);
  process.exitCode = 1;
} else {
  try {
    install();
  } catch (cause) {
    console.error(`install-service: ${cause.message}`);
    process.exitCode = 1;
  }
}
