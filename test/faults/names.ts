/** Names that are not resolved for a while. */
import dns from 'node:dns';

export interface BadNames {
  /** 'hang': nobody answers the question. */
  mode: 'well' | 'fail' | 'hang';
  /** Questions so far. */
  asked: number;
  restore(): void;
}

/** While it is in place, `name` is this machine's when all is well; other names are as ever. */
export function badNames(name: string): BadNames {
  const lookup = dns.lookup as (...asked: unknown[]) => unknown;
  const names: BadNames = { mode: 'well', asked: 0, restore: () => Object.assign(dns, { lookup }) };
  const answer = (hostname: string, options: object, callback: (...result: unknown[]) => void) => {
    if (hostname !== name) return lookup(hostname, options, callback);
    names.asked++;
    if (names.mode === 'hang') return;
    const error = Object.assign(new Error(`getaddrinfo EAI_AGAIN ${name}`), { code: 'EAI_AGAIN', hostname });
    const isAll = (options as { all?: boolean }).all === true;
    const found = isAll ? [[{ address: '127.0.0.1', family: 4 }]] : ['127.0.0.1', 4];
    setImmediate(() => (names.mode === 'well' ? callback(null, ...found) : callback(error)));
  };
  Object.assign(dns, { lookup: answer });
  return names;
}
