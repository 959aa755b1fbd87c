// In place of the package inherits, which brings its own for browsers.
module.exports = require('node:util').inherits;
