export function keepCode(what: { node: string; program: string; isLowMemory?: boolean }): void;
