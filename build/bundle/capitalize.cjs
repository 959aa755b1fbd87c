// What the package coap needs of capitalize: the names of options, however their words are written, as it knows them.
exports.words = name => name.toLowerCase().replace(/[a-z0-9]+/g, word => word[0].toUpperCase() + word.slice(1));
