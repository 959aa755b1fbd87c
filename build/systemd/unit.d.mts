export function unitOf(where: { node: string; program: string }): string;
export const backoffSince: number;
export function backoff(): string;
export function rebootRule(): string;
export function sysusers(): string;
export function isHidden(path: string): boolean;
