// Clocks, timers, chance and the process are the edges' alone; the rest of the house is given them as ports.
import type { FileFacts } from './facts.ts';

const EDGES = ['drivers/host/', 'agent/mtp/', 'agent/cli/', 'agent/run/', 'agent/main.ts', 'build/', 'test/'];

export const EDGE_WORDS: ReadonlySet<string> = new Set([
  ...['Date.now', 'new Date()', 'performance', 'Math.random', 'crypto.getRandomValues', 'crypto.randomUUID'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'process', 'console', 'globalThis', 'global', 'Buffer', 'fetch'],
]);

export function checkWords(file: FileFacts): string[] {
  if (EDGES.some(edge => file.path.startsWith(edge))) return [];
  return file.words
    .filter(({ word }) => EDGE_WORDS.has(word))
    .map(({ line, word }) => `${file.path}:${line}: ${word} belongs to the edges; take a port instead`);
}
