// The package mqtt's table of the topic aliases that it sends: made wherever a broker offers some, and we send none.
module.exports = class TopicAliasSend {};
