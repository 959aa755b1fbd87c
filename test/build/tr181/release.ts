/** Small releases of XML for the tests of the importer. */
import { Documents } from '../../../build/tr181/documents.ts';
import type { ObjectFact, ParamFact } from '../../../build/tr181/facts.ts';
import { resolveModel } from '../../../build/tr181/resolve.ts';

/** Bodies of documents by file name. `root.xml` holds the model; `tr-106-types.xml` is empty unless given. */
export type Release = Readonly<Record<string, string>>;

/** Resolves the release: its objects by path. */
export function resolveRelease(release: Release): ReadonlyMap<string, ObjectFact> {
  const files: Release = { 'tr-106-types.xml': '', ...release };
  const read = (file: string) => {
    const body = files[file];
    if (body === undefined) throw new Error(`no file ${file}`);
    return body.startsWith('<!DOCTYPE') ? body : `<dm:document>${body}</dm:document>`;
  };
  return resolveModel(new Documents(read, 'root.xml'));
}

/** Resolves a model whose only object is `Device.`, with this body. */
export function resolveDevice(body: string, release: Release = {}): ObjectFact {
  const imports = release['root.xml'] ?? '';
  const root = `${imports}<model name="Device:2.99"><object name="Device.">${body}</object></model>`;
  const device = resolveRelease({ ...release, 'root.xml': root }).get('Device.');
  if (!device) throw new Error('no Device.');
  return device;
}

/** A parameter of the name P with this syntax, resolved. */
export function resolveParam(syntax: string, release: Release = {}): ParamFact {
  const [param] = resolveDevice(`<parameter name="P"><syntax>${syntax}</syntax></parameter>`, release).params;
  if (!param) throw new Error('no P');
  return param;
}
