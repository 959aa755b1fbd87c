/** ioctl(2), which Node.js has not, through the package koffi. */

/** What is used of koffi. */
export interface KoffiPackage {
  /** With null: the C library, which the process has loaded already. */
  load(path: null): { func(prototype: string): NativeIoctl };
  /** errno of the call whose callback runs. */
  errno(): number;
}

interface NativeIoctl {
  async(fd: number, request: number, argument: Buffer, done: (error: Error | null, result: number) => void): void;
}

/**
 * Calls with an argument that the kernel reads and writes, and resolves to it; holding it for that, it also keeps it
 * in memory while the kernel has its address. Rejects with an Error that has `errno`.
 */
export type Ioctl = (fd: number, request: number, argument: Buffer) => Promise<Buffer>;

/** The call runs in libuv's thread pool: a line of a chip behind a slow bus holds nobody else. */
export function ioctlOf(koffi: KoffiPackage): Ioctl {
  const native = koffi.load(null).func('int ioctl(int fd, unsigned long request, _Inout_ uint8_t *argument)');
  return (fd, request, argument) =>
    new Promise((resolve, reject) =>
      native.async(fd, request, argument, (error, result) => {
        if (error) reject(error);
        else if (result >= 0) resolve(argument);
        else reject(Object.assign(new Error(`ioctl failed with errno ${koffi.errno()}`), { errno: koffi.errno() }));
      }),
    );
}
