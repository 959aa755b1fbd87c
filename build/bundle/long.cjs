// What protobufjs needs of the package long to read and write 64-bit numbers as two halves.
class Long {
  constructor(low, high, unsigned) {
    this.low = low | 0;
    this.high = high | 0;
    this.unsigned = unsigned === true;
  }

  static isLong(value) {
    return value instanceof Long;
  }

  static fromBits(low, high, unsigned) {
    return new Long(low, high, unsigned);
  }
}

module.exports = Long;
