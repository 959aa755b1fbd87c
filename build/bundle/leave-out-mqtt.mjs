// What the packages mqtt and mqtt-packet say and the agent never does, in the form of leave-out.mjs. It makes a client for each
// connection, publishes by itself, and takes nothing at QoS 2: so a client has one connection, keeps nothing for another one,
// and neither sends PUBLISH nor what acknowledges it twice.

const client = /[\\/]mqtt[\\/]build[\\/]lib[\\/]client\.js$/;
const store = /[\\/]mqtt[\\/]build[\\/]lib[\\/]store\.js$/;
const publishHandler = /[\\/]mqtt[\\/]build[\\/]lib[\\/]handlers[\\/]publish\.js$/;
const parser = /[\\/]mqtt-packet[\\/]parser\.js$/;
const writer = /[\\/]mqtt-packet[\\/]writeToStream\.js$/;

/** From a line that begins so to the bracket that closes what it opens. */
const block = beginning => String.raw`^( *)${beginning}.* \{\n(?:.*\n)*?\1\}\n`;

/** Whole functions and methods, of which `call` must not be found in any package afterwards. */
const uncalled = (of, ...names) =>
  names.map(name => ({
    what: name,
    of,
    text: new RegExp(block(String.raw`(?:function )?${name} ?\(`), 'm'),
    put: '',
    call: new RegExp(String.raw`(?<![\w$])${name}(?:'\])?\(`),
  }));

export const leftOutOfMqtt = [
  {
    what:
      'the end of a connection, for the parser of its packets, which hears of none: to look whom to spare it, Node would ' +
      'make streams of standard output and error',
    of: client,
    text: 'this.stream.pipe(writable)',
    put: 'this.stream.pipe(writable, { end: false })',
  },
  ...uncalled(client, 'publish', 'publishAsync', 'subscribeAsync', 'unsubscribeAsync', 'endAsync', 'reconnect'),
  {
    what: 'what a connection before this one has left to be sent: the connection is there at once',
    of: client,
    text: /const startStreamProcess = (?:.*\n)*? {8}startStreamProcess\(\);/,
    put: "this.emit('connect', packet);",
  },
  ...uncalled(store, 'createStream'),
  ...uncalled(client, '_invokeAllStoreProcessingQueue', '_flushStoreProcessingQueue'),
  { what: 'what it has left subscribed', of: client, text: 'this._resubscribe();', put: '' },
  ...uncalled(client, '_resubscribe'),
  {
    what: 'the connection after this one',
    of: client,
    text: /(?<=^( +)_setupReconnect\(\) \{\n)(?:.*\n)*?(?=\1\}\n)/m,
    put: '',
  },
  ...uncalled(client, '_reconnect'),
  {
    what: 'to keep what is sent until it is acknowledged',
    of: client,
    text: new RegExp(block(String.raw`switch \(packet\.cmd\)`) + block(String.raw`switch \(packet\.qos\)`), 'm'),
    put: 'this._writePacket(packet, cb);\n',
  },
  {
    what: 'to keep what cannot be sent yet: PUBLISH',
    of: client,
    text: new RegExp(block(String.raw`if \(storePacket\.cmd === 'publish'\)`), 'gm'),
    put: '',
  },
  {
    what: 'topic aliases',
    of: client,
    text: new RegExp(
      String.raw`^ +const err = this\._applyTopicAlias\(packet\);\n${block(String.raw`if \(err\)`)}`,
      'm',
    ),
    put: '',
  },
  ...uncalled(client, '_storeAndSend', '_applyTopicAlias', '_removeTopicAliasAndRecoverTopicName'),
  { what: 'to take in QoS 2', of: publishHandler, text: new RegExp(block('case 2:'), 'm'), put: '' },
  ...uncalled(client, '_trackIncomingQoS2Publish', '_releaseIncomingQoS2Publish'),
  {
    what: "a broker's ear: to a client these types are as wrong as those that do not exist",
    of: parser,
    text: /^ +case '(?:connect|subscribe|unsubscribe)':\n.*\n +break\n/gm,
    put: '',
  },
  ...uncalled(parser, '_parseConnect', '_parseSubscribe', '_parseUnsubscribe'),
  {
    what: "a broker's mouth, PUBLISH, and an authentication by turns, which the agent does not ask for",
    of: writer,
    text: /^ +case '(?:connack|publish|suback|unsuback|auth)':\n +return .*\n/gm,
    put: '',
  },
  ...uncalled(writer, 'connack', 'publish', 'suback', 'unsuback', 'auth'),
];
