// In place of what the package mqtt asks to learn whether it is in a browser.
module.exports = { __esModule: true, default: false };
