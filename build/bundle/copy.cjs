// In place of rfdc, with which the package mqtt copies a PUBLISH to change its topic and its properties.
module.exports = packet => ({ ...packet, properties: { ...packet.properties } });
