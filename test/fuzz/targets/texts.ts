/** Readers of text: paths and expressions, the configuration file, NMEA sentences. */
import { loadConfig } from '../../../agent/config/load.ts';
import { renderFinding } from '../../../agent/config/render.ts';
import { vocabulary } from '../../../agent/run/vocabulary.ts';
import { isSyntaxError, PathParser } from '../../../datamodel/path/parse.ts';
import { xorChecksum } from '../../../drivers/bytes.ts';
import { chips } from '../../../drivers/chips/catalog.gen.ts';
import { lineCutter, readSentence, sentenceFields } from '../../../drivers/chips/serial-nmea.ts';
import { guideSample } from '../../agent/config/guide.ts';
import { type Dice, damagedBytes, damagedText } from '../mutate.ts';
import type { Target } from '../target.ts';

const paths = [
  'Device.LocalAgent.Subscription.1.ReferenceList',
  'Device.LocalAgent.Controller.[EndpointID=="self::a b"&&Enable==true].MTP.*.MQTT.',
  'Device.IoTCapability.[Name~="x"&&Order>=2].LevelSensor.Value',
  'Device.LocalAgent.Subscription.[ReferenceList#1+.Enable==true].Recipient#2+.Alias',
  'Device.IoTCapability.{i}.BinaryControl.Toggle()',
  'Device.LocalAgent.TransferComplete!',
];
const pathTokens = [
  ...'.*[]{}"\'&=<>!~+#(),\\% \0\n',
  '==',
  '!=',
  '~=',
  '&&',
  '{i}',
  '#*+',
  '4294967296',
  'é',
  '\u{1F600}',
];

export const pathTarget: Target = {
  name: 'path',
  inputsPerVictim: 5_000_000,
  inputsInCi: 900_000,
  tokens: pathTokens,
  async start() {
    const parser = new PathParser();
    return {
      next: (dice: Dice) => damagedText(paths, pathTokens, dice),
      take(text) {
        const parsed = parser.parse(text as string);
        if (isSyntaxError(parsed) && parsed.reason === '') throw new Error('a refusal without a reason');
      },
      async end() {
        for (const path of paths) if (isSyntaxError(parser.parse(path))) throw new Error(`${path} is refused`);
      },
    };
  },
};

const tomlTokens = [
  ...'"\'[]{}=,.#\n\t-0aZ\\\u0007é',
  '[[',
  ']]',
  '"""',
  'true',
  'inf',
  '[1]',
  '{ a = 1 }',
  '5s',
  '__proto__',
  '1979-05-27',
];

export const configTarget: Target = {
  name: 'config',
  inputsPerVictim: 500,
  inputsInCi: 5_000,
  tokens: tomlTokens,
  async start() {
    const words = vocabulary();
    const sample = await guideSample();
    return {
      next: (dice: Dice) => damagedText([sample], tomlTokens, dice),
      async take(text) {
        const result = await loadConfig(text as string, 'uspi.toml', chips, words);
        if (!result.ok) for (const finding of result.findings) renderFinding(text as string, finding);
      },
      async end() {},
    };
  },
};

const sentences = [
  '$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n',
  '$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A\r\n',
  '$GNGSA,A,3,04,05,,09,12,,,24,,,,,2.5,1.3,2.1*33\r\n',
].map(text => new TextEncoder().encode(text));

/** The sentence that begins the bytes, whatever has become of it, with a checksum that is right. */
function summed(bytes: Uint8Array): Uint8Array {
  const [, body = ''] = /^\$?([^$*\n]*)/.exec(String.fromCharCode(...bytes)) ?? [];
  const sum = xorChecksum(body).toString(16).padStart(2, '0');
  return Uint8Array.from(`\n$${body}*${sum}\r\n`, character => character.charCodeAt(0));
}

export const nmeaTarget: Target = {
  name: 'nmea',
  inputsPerVictim: 5_000_000,
  inputsInCi: 240_000,
  async start() {
    const cut = lineCutter(line => {
      const fields = sentenceFields(line);
      const readings = fields ? readSentence(fields) : {};
      for (const reading of Object.values(readings).flat()) {
        if (!Number.isFinite(reading)) throw new Error(`${line}: ${reading}`);
      }
    });
    return {
      next: (dice: Dice) => damagedBytes(sentences, dice),
      take(bytes) {
        cut(bytes as Uint8Array);
        cut(summed(bytes as Uint8Array));
      },
      async end() {},
    };
  },
};
