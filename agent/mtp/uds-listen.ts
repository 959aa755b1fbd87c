/** The file of the local socket: who may reach it, and whose it is. */
import { lstat, mkdir, unlink } from 'node:fs/promises';
import * as net from 'node:net';
import { udsPathBytesMax } from './limits.ts';

/** Why there is no socket at the path: `code` is errno's name. */
function fault(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

/** Binds at once: the file has mode 0600 from its first moment, for other users could connect before a chmod. */
function bind(path: string, connected: (socket: net.Socket) => void): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer(connected);
    server.once('error', reject);
    const before = process.umask(0o177);
    try {
      server.listen(path, () => {
        server.off('error', reject);
        resolve(server);
      });
    } finally {
      process.umask(before);
    }
  });
}

/** Whether somebody listens at the path. Only a refusal proves that nobody does. */
function isAnswered(path: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = net.connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', error =>
      resolve(!['ECONNREFUSED', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')),
    );
  });
}

/** Removes what an agent that was killed left behind, and nothing else. */
async function clear(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found && !found.isSocket()) throw fault('EEXIST', `${path} is there and is no socket`);
  if (await isAnswered(path)) throw fault('EADDRINUSE', `another agent listens at ${path}`);
  if (found) await unlink(path);
}

/**
 * Listens at `path` [R-UDS.2]; the socket has mode 0600, and its directory, where it has to be made, 0700. Rejects with
 * an Error whose `code` is errno's name. Closing the server removes the file.
 */
export async function listenAt(path: string, connected: (socket: net.Socket) => void): Promise<net.Server> {
  if (Buffer.byteLength(path) > udsPathBytesMax) throw fault('ENAMETOOLONG', `${path} is too long for a socket`);
  await mkdir(path.replace(/[^/]*$/, '.'), { recursive: true, mode: 0o700 });
  try {
    return await bind(path, connected);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await clear(path);
    return bind(path, connected);
  }
}
