export function toCommonJs(text: string, numberOf: (chunk: string) => number, needless?: ReadonlySet<string>): string;
export function refuseCircles(imports: ReadonlyMap<string, readonly string[]>): void;
export function broughtAlong(chunk: string, imports: ReadonlyMap<string, readonly string[]>): Set<string>;
