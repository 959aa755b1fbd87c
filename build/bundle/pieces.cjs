// What the package mqtt-packet needs of bl: bytes that come in pieces, as one. Nothing is copied while a packet is on its way.
class Pieces {
  #pieces = [];
  length = 0;

  append(piece) {
    this.#pieces.push(piece);
    this.length += piece.length;
  }

  get #whole() {
    if (this.#pieces.length !== 1) this.#pieces = [Buffer.concat(this.#pieces)];
    return this.#pieces[0];
  }

  consume(count) {
    const rest = this.#whole.subarray(count);
    this.#pieces = rest.length > 0 ? [rest] : [];
    this.length = rest.length;
  }

  slice(start, end) {
    return this.#whole.subarray(start, end);
  }

  toString(encoding, start, end) {
    return this.#whole.toString(encoding, start, end);
  }

  readUInt8(at) {
    return this.#whole.readUInt8(at);
  }

  readUInt16BE(at) {
    return this.#whole.readUInt16BE(at);
  }

  readUInt32BE(at) {
    return this.#whole.readUInt32BE(at);
  }
}

module.exports = () => new Pieces();
