/** What is fuzzed: where inputs come from, and where they go. */
import type { Dice } from './mutate.ts';

export type Input = Uint8Array | string;

/** A part of the agent that is running and can be fed. Whatever throws or rejects here is a finding. */
export interface Victim {
  next(dice: Dice): Input;
  take(input: Input): void | Promise<void>;
  /** Sees that it still works, and lets go of it. */
  end(): Promise<void>;
}

export interface Target {
  name: string;
  /** Inputs for one victim; after that a fresh one is made. One that lives longer shows more of what is hoarded. */
  inputsPerVictim: number;
  /** Its share of the run in CI, in inputs. */
  inputsInCi: number;
  /** What means something in the grammar of a text. */
  tokens?: readonly string[];
  start(): Promise<Victim>;
}
