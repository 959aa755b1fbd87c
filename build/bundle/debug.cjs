// The package debug, silent.
const silent = () => {};
module.exports = () => silent;
