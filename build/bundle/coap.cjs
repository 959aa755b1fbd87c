// The package coap without its ways to ask others: agent/mtp/coap sends by itself.
const { default: Server } = require('coap/dist/lib/server');

exports.createServer = (options, listener) => new Server(options, listener);
