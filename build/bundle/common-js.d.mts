export function fileOf(chunk: string): string;
export function toCommonJs(text: string, needless?: ReadonlySet<string>): string;
export function refuseCircles(imports: ReadonlyMap<string, readonly string[]>): void;
export function broughtAlong(chunk: string, imports: ReadonlyMap<string, readonly string[]>): Set<string>;
