import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  expressionComponentsMax,
  parsedPathsCachedMax,
  pathCharsMax,
  pathSegmentsMax,
} from '../../../datamodel/limits.ts';
import { isSyntaxError, PathParser, parsePath } from '../../../datamodel/path/parse.ts';
import type { Component, Path, Segment } from '../../../datamodel/path/syntax.ts';

/** A path written back, each part in angle brackets with what it was taken for. */
function described(path: Path): string {
  const segments = path.segments.map(describedSegment);
  const leaf = path.leaf ? [`${path.leaf.kind} ${path.leaf.name}`] : [];
  return [...segments, ...leaf, ...(path.undotted ? ['undotted'] : [])].join(' | ');
}

function describedSegment(segment: Segment): string {
  switch (segment.kind) {
    case 'name':
      return segment.name;
    case 'instance':
      return `#${segment.number}`;
    case 'all':
      return 'all';
    case 'placeholder':
      return '{i}';
    case 'follow':
      return `follow ${segment.param} ${segment.item}`;
    case 'search':
      return `search ${segment.components.map(describedComponent).join(' and ')}`;
  }
}

function describedComponent({ steps, param, operator, constant }: Component): string {
  const path = [...steps.map(describedSegment), param].join('/');
  return `${path} ${operator} ${constant.quoted ? JSON.stringify(constant.text) : constant.text}`;
}

/** What the standard itself gives as examples, and what its grammar allows beyond them. */
const valid: readonly (readonly [string, string])[] = [
  ['Device.', 'Device'],
  ['Device.IP.Interface.3.', 'Device | IP | Interface | #3'],
  ['Device.IP.Interface.3', 'Device | IP | Interface | #3 | undotted'],
  ['Device.WiFi.Radio.1.Stats.BytesSent', 'Device | WiFi | Radio | #1 | Stats | param BytesSent'],
  ['Device.IP.Interface.[Name=="eth0"]', 'Device | IP | Interface | search Name == "eth0" | undotted'],
  [
    'Device.IP.Interface.[Name=="eth0"].IPv4Address.[Status=="Enabled"].IPAddress',
    'Device | IP | Interface | search Name == "eth0" | IPv4Address | search Status == "Enabled" | param IPAddress',
  ],
  [
    'Device.NAT.PortMapping.[RemoteHost==""&&ExternalPort==0&&Protocol=="TCP"].',
    'Device | NAT | PortMapping | search RemoteHost == "" and ExternalPort == 0 and Protocol == "TCP"',
  ],
  [
    'Device.IP.Interface.[Type=="Normal"&&Stats.ErrorsSent>0].IPv4Address.[AddressingType=="Static"].IPAddress',
    'Device | IP | Interface | search Type == "Normal" and Stats/ErrorsSent > 0 | IPv4Address | ' +
      'search AddressingType == "Static" | param IPAddress',
  ],
  [
    'Device.DSL.Line.[Enable==true].CurrentProfile',
    'Device | DSL | Line | search Enable == true | param CurrentProfile',
  ],
  ['Device.DSL.Line.[Enable==1].CurrentProfile', 'Device | DSL | Line | search Enable == 1 | param CurrentProfile'],
  [
    'Device.IP.Interface.*.IPv6Address.[ValidLifetime<2021-06-06T08:00:00Z].IPAddress',
    'Device | IP | Interface | all | IPv6Address | search ValidLifetime < 2021-06-06T08:00:00Z | param IPAddress',
  ],
  [
    'Device.USB.USBHosts.Host.*.Device.[DeviceClass==08].',
    'Device | USB | USBHosts | Host | all | Device | search DeviceClass == 08',
  ],
  [
    'Device.PCP.Client.*.Server.[Capabilities~="IPv6Firewall"].',
    'Device | PCP | Client | all | Server | search Capabilities ~= "IPv6Firewall"',
  ],
  [
    'Device.PeriodicStatistics.SampleSet.[SampleSeconds~=5].',
    'Device | PeriodicStatistics | SampleSet | search SampleSeconds ~= 5',
  ],
  ['Device.IP.Interface.*.Type', 'Device | IP | Interface | all | param Type'],
  ['Device.NAT.PortMapping.1.Interface+.Name', 'Device | NAT | PortMapping | #1 | follow Interface 1 | param Name'],
  ['Device.WiFi.SSID.1.LowerLayers#1+.Name', 'Device | WiFi | SSID | #1 | follow LowerLayers 1 | param Name'],
  ['Device.WiFi.SSID.1.LowerLayers#*+.Name', 'Device | WiFi | SSID | #1 | follow LowerLayers all | param Name'],
  [
    'Device.WiFi.AccessPoint.[SSIDReference+.SSID=="MyHome"].AssociatedDevice.[OperatingStandard=="ac"].SignalStrength',
    'Device | WiFi | AccessPoint | search follow SSIDReference 1/SSID == "MyHome" | AssociatedDevice | ' +
      'search OperatingStandard == "ac" | param SignalStrength',
  ],
  ['Device.IP.Interface.[Name=="eth0"].Reset()', 'Device | IP | Interface | search Name == "eth0" | command Reset()'],
  ['Device.Boot!', 'Device | event Boot!'],
  ['Device.WiFi.AccessPoint.{i}.AC.{i}.', 'Device | WiFi | AccessPoint | {i} | AC | {i}'],
  ['Device', 'param Device'],
];

for (const [text, meaning] of valid) {
  test(`R-ARC.7: ${text} can be read`, () => {
    const path = parsePath(text);
    assert.not(isSyntaxError(path), JSON.stringify(path));
    if (!isSyntaxError(path)) assert.is(described(path), meaning);
  });
}

const whiteSpace: readonly (readonly [string, string])[] = [
  ['Device.A.[Type == "Normal"].', 'Device | A | search Type == "Normal"'],
  ['Device.A.[Type== "Normal" && N >= 5].', 'Device | A | search Type == "Normal" and N >= 5'],
  ['Device.A.[ Type=="Nor mal" ].', 'Device | A | search Type == "Nor mal"'],
];

for (const [text, meaning] of whiteSpace) {
  test(`R-ARC.9a: white space is tolerated in ${text}`, () => {
    const path = parsePath(text);
    if (isSyntaxError(path)) throw new Error(path.reason);
    assert.is(described(path), meaning);
  });
}

/** What stands inside quotes means nothing but itself. */
const quoted: readonly (readonly [string, string])[] = [
  ['Device.A.[B=="a.b"].', 'a.b'],
  ['Device.A.[B=="]"].', ']'],
  ['Device.A.[B=="["].', '['],
  ['Device.A.[B=="&&"].', '&&'],
  ['Device.A.[B=="C==1"].', 'C==1'],
  ['Device.A.[B=="<"].', '<'],
  ['Device.A.[B=="say %22hi%22"].', 'say "hi"'],
  ['Device.A.[B=="100%25"].', '100%'],
  ['Device.A.[B=="%2522"].', '%22'],
  ['Device.A.[B=="50%"].', '50%'],
  ['Device.A.[B==" "].', ' '],
];

for (const [text, constant] of quoted) {
  test(`a quoted constant is taken as it is: ${text}`, () => {
    const path = parsePath(text);
    if (isSyntaxError(path)) throw new Error(path.reason);
    const [, , search] = path.segments;
    assert.is(search?.kind === 'search' && search.components.map(c => c.constant.text).join(), constant);
  });
}

for (const operator of ['==', '!=', '~=', '<', '>', '<=', '>=']) {
  test(`the operator ${operator} is read whole`, () => {
    const path = parsePath(`Device.A.[B${operator}5].`);
    if (isSyntaxError(path)) throw new Error(path.reason);
    assert.is(described(path), `Device | A | search B ${operator} 5`);
  });
}

const invalid: readonly string[] = [
  '',
  '.',
  '..',
  'Device..',
  'Device..LocalAgent.',
  '.Device.',
  '1.Device.',
  '*',
  '{i}.',
  '[A==1].',
  'Device.Local Agent.',
  'Device.Local/Agent.',
  'Device.IP.Interface.[].',
  'Device.IP.Interface.{Type=="Normal"}.Status',
  'Device.IP.Interface.[Type=="Normal"&&IPv4Address.*.AddressingType=="Static"].Status',
  'Device.IP.Interface.[Type=="Normal"&&IPv4Address.1.AddressingType=="Static"].Status',
  'Device.IP.Interface.[Type=="Normal"||Type=="Loopback"].Status',
  'Device.A.0.',
  'Device.A.01.',
  'Device.A.-1.',
  'Device.A.99999999999.',
  'Device.A.**.',
  'Device.A.[B].',
  'Device.A.[==1].',
  'Device.A.[B==].',
  'Device.A.[B==1&&].',
  'Device.A.[&&B==1].',
  'Device.A.[B=1].',
  'Device.A.[B==1',
  'Device.A.B==1].',
  'Device.A.[B=="1].',
  'Device.A.[B==1"].',
  'Device.A.[B=="a"b"].',
  'Device.A.[[B==1]].',
  'Device.A.[B==1]C.',
  'Device.A.[B==1][C==2].',
  "Device.A.[B=='x'].",
  'Device.A.B#0+.C',
  'Device.A.B#+.C',
  'Device.A.B#x+.C',
  'Device.A.B++.C',
  'Device.A.+.C',
  'Device.A.B()C',
  'Device.A.B(x)',
  'Device.A.B().',
  'Device.A.B!.',
  'Device.A.B!!',
  'Device.A.{j}.',
  'Device.A.B\u0000',
];

for (const text of invalid) {
  test(`R-ARC.7: ${JSON.stringify(text)} is refused`, () => {
    assert.ok(isSyntaxError(parsePath(text)));
  });
}

test('limits: characters, parts and comparisons', () => {
  assert.not(isSyntaxError(parsePath(`Device.${'a'.repeat(pathCharsMax - 8)}.`)));
  const isRefused = (text: string) => {
    const parsed = parsePath(text);
    return isSyntaxError(parsed) && parsed.isLimit;
  };
  assert.ok(isRefused(`Device.${'a'.repeat(pathCharsMax - 7)}.`));
  assert.not(isSyntaxError(parsePath('a.'.repeat(pathSegmentsMax))));
  assert.ok(isRefused('a.'.repeat(pathSegmentsMax + 1)));
  const search = (count: number) => `Device.A.[${Array(count).fill('B==1').join('&&')}].`;
  assert.not(isSyntaxError(parsePath(search(expressionComponentsMax))));
  assert.ok(isRefused(search(expressionComponentsMax + 1)));
});

test('the parser keeps the paths that it has read, but neither what it refused nor more than its limit', () => {
  const parser = new PathParser();
  const first = parser.parse('Device.A.');
  assert.is(parser.parse('Device.A.'), first);
  const long = `Device.${'a'.repeat(1_000_000)}.`;
  const refused = parser.parse(long);
  assert.is.not(parser.parse(long), refused);
  for (let i = 0; i < parsedPathsCachedMax; i++) parser.parse(`Device.A.${i + 1}.`);
  assert.is.not(parser.parse('Device.A.'), first);
});

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
const instance = fc.oneof(
  fc.integer({ min: 1, max: 4_294_967_295 }).map(String),
  fc.constant('*'),
  fc
    .tuple(name, fc.constantFrom('==', '!=', '~=', '<', '>', '<=', '>='), fc.stringMatching(/^[^"%]{0,12}$/))
    .map(([param, operator, text]) => `[${param}${operator}"${text}"]`),
);
const part = fc.oneof(
  name,
  fc.tuple(name, instance).map(pair => pair.join('.')),
);

test('property: whatever the grammar makes can be read, dotted and undotted alike', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), parts => {
      const path = ['Device', ...parts, ''].join('.');
      const parsed = parsePath(path);
      if (isSyntaxError(parsed)) throw new Error(`${path}: ${parsed.reason}`);
      assert.is(parsed.undotted, false);
      const bare = parsePath(path.slice(0, -1));
      assert.not(isSyntaxError(bare));
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('property: no text makes the parser throw', () => {
  const pieces = fc.constantFrom(
    'Device',
    '.',
    '[',
    ']',
    '"',
    '==',
    '&&',
    '*',
    '+',
    '#',
    '()',
    '!',
    '{i}',
    '1',
    ' ',
    'é',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 20 }).map(all => all.join('')),
      ),
      text => {
        const parsed = parsePath(text);
        assert.type(parsed, 'object');
      },
    ),
    { seed: 2, numRuns: 2000 },
  );
});

test.run();
