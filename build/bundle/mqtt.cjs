// The package mqtt without its ways to connect: agent/mtp opens the stream.
exports.MqttClient = require('mqtt/lib/client').default;
exports.ReasonCodes = require('mqtt/lib/handlers/ack').ReasonCodes;
