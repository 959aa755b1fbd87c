/** The verbs, each in a file of its own that is loaded when it is asked for. */
import type { Verb } from './verb.ts';

interface Listing {
  /** One line for the overview. */
  summary: string;
  /** Not for people. */
  isHidden?: true;
  load(): Promise<{ verb: Verb }>;
}

export const verbs: Readonly<Record<string, Listing>> = {
  run: { summary: 'runs the agent', load: () => import('./run.ts') },
  check: { summary: 'checks a configuration file, and touches nothing', load: () => import('./check.ts') },
  scan: {
    summary: 'looks for chips, ports and lines, and writes their configuration',
    load: () => import('./scan.ts'),
  },
  simulate: {
    summary: 'runs the agent on models of its hardware',
    load: () => import('./simulate.ts'),
  },
  demo: { summary: 'shows the agent at work, without hardware or broker', load: () => import('./demo.ts') },
  'demo-controller': {
    summary: "the demo's other process",
    isHidden: true,
    load: () => import('./demo-controller.ts'),
  },
  get: { summary: 'reads parameters', load: () => import('./get.ts') },
  set: { summary: 'writes parameters', load: () => import('./set.ts') },
  add: { summary: 'adds a row to a table', load: () => import('./add.ts') },
  del: { summary: 'deletes rows', load: () => import('./del.ts') },
  operate: { summary: 'runs a command of the data model', load: () => import('./operate.ts') },
  instances: { summary: 'lists the rows of tables', load: () => import('./instances.ts') },
  schema: { summary: 'shows what the agent supports', load: () => import('./schema.ts') },
  watch: { summary: 'prints notifications as they come', load: () => import('./watch.ts') },
};
