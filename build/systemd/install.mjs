// `npm run install-service`: makes the agent a service of this machine. Run again after an update.
//   -- --dry-run       prints what would be done, and does nothing
//   -- --allow-reboot  lets controllers reboot the board (Device.Reboot())
//   -- --low-memory    for a board with little memory
//   -- --allow-rebind  lets the agent have the kernel take up a failed sensor again; =lm75,bmp280 with further drivers
// Installed without one of the last two, what it once did is undone.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepCode } from './code-cache.mjs';
import { optionsOf } from './options.mjs';
import { dispensable, thisMachine } from './prune.mjs';
import { installedFiles, isHidden, rebootRule, sysusers } from './unit.mjs';

const node = realpathSync(process.execPath);
const program = fileURLToPath(new URL('../../dist/uspi.cjs', import.meta.url));
const config = '/etc/uspi/uspi.toml';
const rebootRuleFile = '/etc/polkit-1/rules.d/50-uspi-reboot.rules';

const firstConfig = '# See docs/configuration.md. After a change: systemctl reload uspi\n[agent]\n';

/** Throws with why it cannot be done here. */
function check(isDryRun) {
  if (process.platform !== 'linux') throw new Error('there is no systemd here');
  if (!existsSync(program)) throw new Error(`${program} is not there: npm run build makes it`);
  const inside = [node, program].find(isHidden);
  if (inside)
    throw new Error(
      `${inside} cannot be seen by a service: install it outside of home directories (npm install --global)`,
    );
  if (!isDryRun && process.getuid() !== 0) throw new Error('only root can do this: sudo npm run install-service');
}

/** What it does to the machine; only told when `isDryRun`. */
function hands(isDryRun) {
  return {
    write(path, text, mode = 0o644) {
      console.log(`write ${path}\n${text.replace(/^/gm, '    ').trimEnd()}`);
      if (isDryRun) return;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { mode });
    },
    remove(path) {
      if (!existsSync(path)) return;
      console.log(`remove ${path}`);
      if (!isDryRun) rmSync(path, { recursive: true });
    },
    run(...command) {
      console.log(`run ${command.join(' ')}`);
      if (!isDryRun) execFileSync(command[0], command.slice(1), { stdio: 'inherit' });
    },
  };
}

/** Compiled once, the program starts sooner; where that does not succeed, it is compiled at each start as ever. */
function compile(isDryRun, isLowMemory) {
  console.log(`compile ${program}`);
  if (isDryRun) return;
  for (const file of readdirSync(dirname(program))) if (file.endsWith('.cache')) rmSync(join(dirname(program), file));
  try {
    keepCode({ node, program, isLowMemory });
  } catch (cause) {
    console.log(`    not kept: ${cause.message}`);
  }
}

/** Has the rules count for what is there already; a container has no udev. */
function applyRules(run) {
  if (!existsSync('/run/udev/control')) return;
  run('udevadm', 'control', '--reload');
  const kinds = ['gpio', 'i2c-dev', 'pwm', 'w1'].map(kind => `--subsystem-match=${kind}`);
  run('udevadm', 'trigger', '--action=add', ...kinds);
  run('udevadm', 'trigger', '--action=add', '--type=subsystems'); // which kernel drivers are, to udev
  run('udevadm', 'settle');
}

function install({ isDryRun, allowsReboot, isLowMemory, rebind }) {
  check(isDryRun);
  const { write, remove, run } = hands(isDryRun);
  write('/etc/sysusers.d/uspi.conf', sysusers());
  run('systemd-sysusers', '/etc/sysusers.d/uspi.conf');
  if (!existsSync(config)) write(config, firstConfig);
  // It may hold passwords: root's to change, the agent's to read.
  run('chown', 'root:uspi', config);
  run('chmod', '0640', config);
  const files = installedFiles({ node, program, isLowMemory, rebind });
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) remove(path);
    else write(path, text);
  }
  if (allowsReboot) write(rebootRuleFile, rebootRule());
  applyRules(run);
  for (const path of dispensable(program, thisMachine())) remove(path);
  compile(isDryRun, isLowMemory);
  run(node, program, 'check', config);
  run('systemctl', 'daemon-reload');
  run('systemctl', 'enable', 'uspi.service');
  run('systemctl', 'restart', 'uspi.service');
}

try {
  install(optionsOf(process.argv.slice(2)));
} catch (cause) {
  console.error(`install-service: ${cause.message}`);
  process.exitCode = 1;
}
