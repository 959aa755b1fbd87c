export interface Machine {
  platform: string;
  arch: string;
  libc: 'glibc' | 'musl';
}
export function thisMachine(): Machine;
export function dispensable(program: string, machine: Machine): string[];
