// Of protobufjs the codec uses the reader; proto/writer.ts brings a writer of its own, down to the last method.
const util = require('protobufjs/src/util/minimal.js');
const Reader = require('protobufjs/src/reader.js');

util.LongBits._configure(util.Long);
// There is no other reader for Node's buffers: theirs reads strings otherwise, and the agent never makes one.
Reader._configure({ _configure() {} });

module.exports = { util, Reader, Writer: class {}, BufferWriter: { alloc: Buffer.allocUnsafe } };
