// What the package coap needs of lru-cache: the answers that it has sent, kept for retransmissions, up to a size and an age.
// All live equally long, so that the order in which they were put in is the order in which they grow stale.
exports.LRUCache = class {
  #entries = new Map();
  #size = 0;
  #options;

  constructor(options) {
    this.#options = options;
  }

  set(key, value) {
    this.delete(key);
    const size = this.#options.sizeCalculation(value, key);
    this.#entries.set(key, { value, size, staleMs: performance.now() + this.#options.ttl });
    this.#size += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#options.maxSize) break;
      this.delete(oldest);
    }
    return this;
  }

  peek(key) {
    const entry = this.#entries.get(key);
    return entry && performance.now() < entry.staleMs ? entry.value : undefined;
  }

  delete(key) {
    const entry = this.#entries.get(key);
    if (!entry) return false;
    this.#entries.delete(key);
    this.#size -= entry.size;
    this.#options.dispose(entry.value, key);
    return true;
  }

  purgeStale() {
    for (const [key, { staleMs }] of this.#entries) {
      if (performance.now() < staleMs) break;
      this.delete(key);
    }
  }

  clear() {
    for (const key of this.#entries.keys()) this.delete(key);
  }
};
