// What the package coap needs of bl: an answer's payload, which is written at its end and in one piece.
const { EventEmitter } = require('node:events');

exports.BufferListStream = class extends EventEmitter {
  #bytes = Buffer.alloc(0);

  end(payload = '') {
    this.#bytes = Buffer.from(payload);
  }

  get length() {
    return this.#bytes.length;
  }

  copy(target, at) {
    this.#bytes.copy(target, at);
  }

  toString() {
    return this.#bytes.toString();
  }
};
