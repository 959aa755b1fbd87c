/**
 * Debian packages of any architecture, downloaded and unpacked, never installed.
 *
 * A private apt root, with the machine's own sources, leaves the machine's package lists and architectures alone.
 * Everything lies in a folder outside the repository, so that a second run downloads nothing.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { command, NotRun } from '../helpers/command.ts';

export type Architecture = 'amd64' | 'arm64' | 'armhf';

/** The folder of what was downloaded and built: $USPI_HIL_CACHE, or uspi-hil among the user's caches. */
export const cacheDirectory =
  process.env.USPI_HIL_CACHE ?? join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'uspi-hil');

/** Package lists younger than this are not fetched again. */
const listsMsMax = 24 * 3_600_000;

export class Debian {
  readonly #directory: string;
  readonly #options: string[];
  /** What apt-cache answered since the lists were fetched: each question costs it a second. */
  readonly #answersFile: string;
  #answers: Record<string, string> = {};

  /**
   * Fetches the package lists, of Debian's backports when `suite` says so. Throws NotRun when there are none and apt
   * cannot get them.
   */
  constructor(architecture: Architecture, suite?: 'backports') {
    this.#directory = join(cacheDirectory, suite ? `${architecture}-${suite}` : architecture);
    const apt = join(this.#directory, 'apt');
    const status = join(apt, 'status');
    const settings = {
      'Dir::State': join(apt, 'state'),
      'Dir::State::status': status,
      'Dir::Cache': join(apt, 'cache'),
      'APT::Architecture': architecture,
      'APT::Architectures': architecture,
      'APT::Sandbox::User': '',
      'Acquire::Retries': '2',
      'Acquire::http::Timeout': '30',
    };
    for (const sub of ['state/lists/partial', 'cache/archives/partial']) mkdirSync(join(apt, sub), { recursive: true });
    const sources = suite ? { 'Dir::Etc::sourcelist': backportsList(apt), 'Dir::Etc::sourceparts': '-' } : {};
    this.#options = Object.entries({ ...settings, ...sources }).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
    if (!existsSync(status)) writeFileSync(status, '');
    this.#answersFile = join(apt, 'answers.json');
    this.#update();
  }

  /** The package that the meta package `name` stands for today, by the first dependency that `pattern` matches. */
  dependency(name: string, pattern: RegExp): string {
    const found = this.#ask('depends', name)
      .split('\n')
      .map(line => /Depends: (\S+)/.exec(line)?.[1] ?? '')
      .find(dependency => pattern.test(dependency));
    if (!found) throw new NotRun(`Debian's ${name} has no dependency like ${pattern}`);
    return found;
  }

  /** The path of a package file. */
  download(name: string): string {
    const archives = join(this.#directory, 'archives');
    mkdirSync(archives, { recursive: true });
    const file = `${name}_${this.#version(name).replaceAll(':', '%3a')}_`;
    const present = () => readdirSync(archives).find(each => each.startsWith(file) && each.endsWith('.deb'));
    if (!present()) this.#apt(['-q', 'download', name], archives);
    const path = present();
    if (!path) throw new NotRun(`apt-get download ${name} left no ${file}*.deb`);
    return join(archives, path);
  }

  /** A folder with the files of these packages, by the name `as`; it is made once for these versions. */
  unpacked(as: string, names: readonly string[]): string {
    const versions = names.map(name => `${name}=${this.#version(name)}`).join('\n');
    return built(join(this.#directory, as), versions, into => {
      for (const name of names) command('dpkg-deb', ['-x', this.download(name), into]);
    });
  }

  #version(name: string): string {
    const version = /^ {2}Candidate: (\S+)/m.exec(this.#ask('policy', name))?.[1];
    if (!version) throw new NotRun(`Debian has no package ${name} for this architecture`);
    return version;
  }

  #ask(question: 'depends' | 'policy', name: string): string {
    const key = `${question} ${name}`;
    this.#answers[key] ??= command('apt-cache', [...this.#options, question, name]);
    writeFileSync(this.#answersFile, JSON.stringify(this.#answers));
    return this.#answers[key];
  }

  #update(): void {
    const file = this.#answersFile;
    const isThere = existsSync(file);
    if (isThere) this.#answers = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    if (isThere && Date.now() - statSync(file).birthtimeMs < listsMsMax) return;
    try {
      this.#apt(['-q', 'update', '--error-on=any']);
      this.#answers = {};
      rmSync(file, { force: true });
      writeFileSync(file, '{}');
    } catch (cause) {
      // Older lists will do, and so may those that came: one archive of several may be out of reach for a while.
      const lists = readdirSync(join(this.#directory, 'apt/state/lists'));
      if (!lists.some(name => name.includes('_Packages'))) throw cause;
    }
  }

  #apt(args: readonly string[], directory?: string): void {
    try {
      command('apt-get', [...this.#options, ...args], directory === undefined ? {} : { directory });
    } catch (cause) {
      throw new NotRun(`apt is out of reach: ${(cause as Error).message}`);
    }
  }
}

/** Writes a list of sources with the backports of the machine's own Debian, from where the machine has its own. */
function backportsList(apt: string): string {
  const format = ['--format', '$(REPO_URI) $(CODENAME)', 'Created-By: Packages', 'Component: main'];
  const [, uri, codename] = /^(\S+) ([a-z]+)$/m.exec(command('apt-get', ['indextargets', ...format])) ?? [];
  if (!uri) throw new NotRun('apt names no archive of Debian: run apt-get update');
  const keys = '[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]';
  const list = join(apt, 'sources.list');
  writeFileSync(list, `deb ${keys} ${uri} ${codename}-backports main\n`);
  return list;
}

/**
 * The folder `directory`, made by `make` unless it has been made from the same `ingredients` before. It appears only
 * when it is whole; of several processes that make it at a time, the first one's stays.
 */
export function built(directory: string, ingredients: string, make: (into: string) => void): string {
  const stamp = `${directory}.made-of`;
  const isMade = () => existsSync(directory) && existsSync(stamp) && readFileSync(stamp, 'utf8') === ingredients;
  if (isMade()) return directory;
  const unfinished = `${directory}.unfinished-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    make(unfinished);
    if (isMade()) return directory;
    for (const old of [stamp, directory]) rmSync(old, { recursive: true, force: true });
    renameSync(unfinished, directory);
    writeFileSync(stamp, ingredients);
    return directory;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
