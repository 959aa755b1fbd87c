// What the agent uses of node:fs/promises, over the callbacks of node:fs. Node's own brings readline, watchers and event
// targets along, a megabyte.
const fs = require('node:fs');

const promised =
  name =>
  (...what) =>
    new Promise((resolve, reject) => fs[name](...what, (error, value) => (error ? reject(error) : resolve(value))));

const [close, open, write] = ['close', 'open', 'write'].map(promised);

/** An open file. */
class File {
  constructor(fd) {
    this.fd = fd;
  }

  async write(text) {
    return { bytesWritten: await write(this.fd, text) };
  }

  async close() {
    const { fd } = this;
    // By the time of a second call the number may be another file's.
    this.fd = -1;
    if (fd >= 0) await close(fd);
  }
}

exports.open = async (...where) => new File(await open(...where));
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
  'writeFile',
])
  exports[name] = promised(name);
