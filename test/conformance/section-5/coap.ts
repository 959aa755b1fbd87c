// 5.1 to 5.7: CoAP, which the plan has deprecated and TR-369 has made obsolete; built for those who ask for it.
import type { Case, CoapBench } from '../bench/case.ts';
import { type CoapMessage, codeName, codes, formatOf, optionOf, refusals } from '../bench/coap.ts';
import { agent, pass } from '../bench/steps.ts';

const octetStream = 42;
const block1 = 27;
const confirmable = 0;

/** A Get of `path`, as a Record. */
const getRecord = ({ controller }: CoapBench, path: string): Uint8Array =>
  controller.recordOf({ get: { param_paths: [path] } }).record;

/** The agent's own requests: what it has posted to the controller. */
const postsOf = ({ coap }: CoapBench): CoapMessage[] =>
  coap.heard.filter(({ type, code }) => type === confirmable && code === codes.post);

export const coapCases: readonly Case[] = [
  {
    number: '5.1',
    station: 'coap',
    shows: ['R-COAP.0', 'R-COAP.4', 'R-COAP.6'],
    async run(bench) {
      const { controller, metric } = bench;
      metric(1, 'R-COAP.0', 'R-COAP.4').response(await controller.get(agent), 'get_resp');
      const formats = new Set(postsOf(bench).map(formatOf));
      metric(2, 'R-COAP.6').equal(formats, new Set([octetStream]), 'the Content-Format');
    },
  },
  {
    number: '5.2',
    station: 'coap',
    shows: ['R-COAP.5'],
    async run(bench) {
      const { controller, metric } = bench;
      const before = postsOf(bench).length;
      metric(1).response(await controller.get('Device.'), 'get_resp');
      const blocks = postsOf(bench).slice(before);
      metric(1, 'R-COAP.5').ok(blocks.length > 1, 'it came in several messages', blocks.length);
      metric(1, 'R-COAP.5').ok(
        blocks.every(each => optionOf(each, block1) !== undefined),
        'each is a block of it',
      );
    },
  },
  {
    number: '5.3',
    station: 'coap',
    shows: ['R-COAP.7', 'R-COAP.8'],
    async run(bench) {
      const code = await bench.coap.post(getRecord(bench, agent));
      bench.metric(1, 'R-COAP.7', 'R-COAP.8').equal(code, codeName(codes.changed), 'the response code');
    },
  },
  {
    number: '5.4',
    station: 'coap',
    shows: ['R-COAP.4'],
    async run(bench) {
      const { coap, metric } = bench;
      const before = postsOf(bench).length;
      coap.answers = false;
      await coap.post(getRecord(bench, `${agent}EndpointID`));
      for (let waited = 0; postsOf(bench).length < before + 2 && waited < 8; waited += 0.1) await pass(0.1);
      coap.answers = true;
      const [first, second] = postsOf(bench).slice(before);
      metric(1, 'R-COAP.4').ok(first !== undefined && first.id === second?.id, 'the message is sent again', second?.id);
    },
  },
  {
    number: '5.5',
    station: 'coap',
    shows: ['R-COAP.11'],
    async run(bench) {
      const { metric, coap } = bench;
      const code = await coap.post(getRecord(bench, agent), { code: codes.patch });
      metric(1).matches(code, /^[2-5]\.\d\d$/, 'there is a response');
      metric(2, 'R-COAP.11').equal(code, refusals.notAllowed, 'its code');
    },
  },
  {
    number: '5.6',
    station: 'coap',
    shows: ['R-COAP.12'],
    async run(bench) {
      const { metric, coap } = bench;
      const code = await coap.post(getRecord(bench, agent), { contentFormat: 0x113a });
      metric(1).matches(code, /^[2-5]\.\d\d$/, 'there is a response');
      metric(2, 'R-COAP.12').equal(code, refusals.unsupportedFormat, 'its code');
    },
  },
  {
    number: '5.7',
    station: 'coap',
    shows: ['R-COAP.13'],
    async run(bench) {
      const { metric, coap } = bench;
      const code = await coap.post(Uint8Array.of(0xff, 0x00, 0xff));
      metric(1).matches(code, /^[2-5]\.\d\d$/, 'there is a response');
      metric(2, 'R-COAP.13').equal(code, codeName(codes.badRequest), 'its code');
    },
  },
];
