// `npm run bench`: figures next to their floors, taken in one run. Never part of `npm test`.
import { answers } from './answers.ts';
import { latency } from './latency.ts';
import { memory } from './memory.ts';

await answers();
await latency();
await memory(20, 30);
await memory(1000, 30);
