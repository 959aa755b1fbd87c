/**
 * Mounts objects at mount points. TR-106 lets every object directly below `Device.` be mounted at each, without saying so
 * in the XML; these are the ones that this product mounts.
 */
import type { ObjectFact } from './facts.ts';
import { parentPath } from './facts.ts';
import { inTreeOrder } from './order.ts';

const mountable = 'Device.IoTCapability.{i}.';
const mountPoints: readonly string[] = [
  'Device.ProxiedDevice.{i}.',
  'Device.ProxiedDevice.{i}.Node.{i}.',
  'Device.Node.{i}.',
];

function copiesFor(objects: readonly ObjectFact[], mountPoint: string): ObjectFact[] {
  const prefix = parentPath(mountable);
  return objects
    .filter(({ path }) => path.startsWith(mountable))
    .map(object => ({
      ...object,
      path: mountPoint + object.path.slice(prefix.length),
      ...(object.path === mountable && { mounted: true }),
    }));
}

/** The objects with the copies, in tree order. A mounted table brings the parameter that counts its rows (TR-106). */
export function graft(objects: readonly ObjectFact[]): ObjectFact[] {
  const table = objects.find(({ path }) => path === mountable);
  const host = objects.find(({ path }) => path === parentPath(mountable));
  const counter = host?.params.find(({ name }) => name === table?.numEntriesParameter);
  if (!counter) throw new Error(`${mountable} is not in the facts`);
  const hosts = objects.map(object =>
    mountPoints.includes(object.path) ? { ...object, params: [...object.params, counter] } : object,
  );
  return inTreeOrder([...hosts, ...mountPoints.flatMap(mountPoint => copiesFor(objects, mountPoint))]);
}
