// What the agent uses of node:fs/promises, over the callbacks of node:fs. Node's own brings readline, watchers and event
// targets along, a megabyte.
const fs = require('node:fs');

const promised =
  name =>
  (...what) =>
    new Promise((resolve, reject) => fs[name](...what, (error, value) => (error ? reject(error) : resolve(value))));

const [close, datasync, fstat, open, read, sync, truncate, write, writeFile] = [
  'close',
  'fdatasync',
  'fstat',
  'open',
  'read',
  'fsync',
  'ftruncate',
  'write',
  'writeFile',
].map(promised);

/** An open file. */
class File {
  constructor(fd) {
    this.fd = fd;
  }

  async read(buffer, ...where) {
    return { bytesRead: await read(this.fd, buffer, ...where), buffer };
  }

  async write(text) {
    return { bytesWritten: await write(this.fd, text) };
  }

  writeFile(bytes) {
    return writeFile(this.fd, bytes);
  }

  stat() {
    return fstat(this.fd);
  }

  truncate(length) {
    return truncate(this.fd, length);
  }

  datasync() {
    return datasync(this.fd);
  }

  sync() {
    return sync(this.fd);
  }

  async close() {
    const { fd } = this;
    // By the time of a second call the number may be another file's.
    this.fd = -1;
    if (fd >= 0) await close(fd);
  }
}

exports.open = async (...where) => new File(await open(...where));
exports.writeFile = writeFile;
exports.constants = fs.constants;
for (const name of [
  'access',
  'lstat',
  'mkdir',
  'opendir',
  'readFile',
  'readdir',
  'realpath',
  'rename',
  'stat',
  'unlink',
])
  exports[name] = promised(name);
