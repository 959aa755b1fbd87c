// Stands in the bundle for packages that a dependency requires and we never use.
module.exports = {};
