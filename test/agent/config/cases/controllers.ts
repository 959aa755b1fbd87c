// Controllers that cannot be reached, or can be reached by everybody. Each with what is printed, exactly.
import type { FindingCase } from './case.ts';

export const controllersCases: readonly FindingCase[] = [
  {
    name: 'an Endpoint ID with a misspelt scheme',
    toml: `[[controller]]
endpoint = "slef::controller"
role = "Full Access"
coap = { url = "coap://localhost/usp" }`,
    shows: `uspi.toml:2:12: error: "slef::controller" is not an Endpoint ID
    endpoint = "slef::controller"
               ^
  expected: an Endpoint ID such as "os::012345-uspi-1", "uuid::<UUID>" or "self::<name>"
  did you mean "self::controller"?`,
  },
  {
    name: 'an Endpoint ID with one colon',
    isStructural: true,
    toml: `[[controller]]
endpoint = "self:controller"
role = "Full Access"
coap = { url = "coap://localhost/usp" }`,
    shows: `uspi.toml:2:12: error: "self:controller" is not an Endpoint ID
    endpoint = "self:controller"
               ^
  expected: an Endpoint ID such as "os::012345-uspi-1", "uuid::<UUID>" or "self::<name>"
  did you mean "self::controller"?`,
  },
  {
    name: 'an agent with an Endpoint ID that breaks its scheme',
    toml: `[agent]
endpoint = "os::12345-uspi-1"`,
    shows: `uspi.toml:2:12: error: "os::12345-uspi-1" is not an Endpoint ID
    endpoint = "os::12345-uspi-1"
               ^
  expected: an Endpoint ID such as "os::012345-uspi-1", "uuid::<UUID>" or "self::<name>"`,
  },
  {
    name: 'an agent whose Endpoint ID contradicts its identity',
    toml: `[agent]
endpoint = "os::012345-uspi-1"
manufacturer-oui = "012345"
serial-number = "uspi-2"`,
    shows: `uspi.toml:2:12: error: this Endpoint ID does not match the manufacturer-oui, product-class and serial-number beside it
    endpoint = "os::012345-uspi-1"
               ^
  did you mean "os::012345-uspi-2"?`,
  },
  {
    name: 'a controller with the Endpoint ID of the agent',
    toml: `[agent]
endpoint = "self::controller"

[[controller]]
endpoint = "self::controller"
role = "Full Access"
coap = { url = "coap://localhost/usp" }`,
    shows: `uspi.toml:5:12: error: this is the Endpoint ID of the agent itself
    endpoint = "self::controller"
               ^
  expected: the controller's own Endpoint ID`,
  },
  {
    name: 'a controller with the Endpoint ID of the command line',
    toml: `[[controller]]
endpoint = "self::local"
role = "Full Access"
coap = { url = "coap://localhost/usp" }`,
    shows: `uspi.toml:2:12: error: "self::local" is the command line on this machine
    endpoint = "self::local"
               ^
  expected: another Endpoint ID`,
  },
  {
    name: 'a controller twice',
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
coap = { url = "coap://localhost/usp" }

[[controller]]
endpoint = "self::controller"
role = "Full Access"
coap = { url = "coap://localhost/usp" }`,
    shows: `uspi.toml:7:12: error: "self::controller" is already used above
    endpoint = "self::controller"
               ^
  expected: one of its own`,
  },
  {
    name: 'a role that does not exist',
    toml: `[[controller]]
endpoint = "self::controller"
role = "full-acess"
coap = { url = "coap://localhost/usp" }`,
    shows: `uspi.toml:3:8: error: there is no role "full-acess"
    role = "full-acess"
           ^
  expected: Full Access, Read Only or Untrusted
  did you mean "Full Access"?`,
  },
  {
    name: 'a controller without a transport',
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"`,
    shows: `uspi.toml:1:1: error: this controller cannot be reached
    [[controller]]
    ^
  expected: mqtt = { … } or coap = { … }`,
  },
  {
    name: 'a broker without its scheme',
    isStructural: true,
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "localhost:1883", agent-topic = "a", controller-topic = "c" }`,
    shows: `uspi.toml:4:19: error: "localhost:1883" begins with no scheme that is known here
    mqtt = { broker = "localhost:1883", agent-topic = "a", controller-topic = "c" }
                      ^
  expected: mqtt://HOST:PORT, or mqtts://HOST:PORT for TLS
  did you mean "mqtt://localhost:1883"?`,
  },
  {
    name: 'a broker over WebSocket',
    isStructural: true,
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "wss://localhost/mqtt", agent-topic = "a", controller-topic = "c" }`,
    shows: `uspi.toml:4:19: error: "wss://localhost/mqtt" begins with no scheme that is known here
    mqtt = { broker = "wss://localhost/mqtt", agent-topic = "a", controller-topic = "c" }
                      ^
  expected: mqtt://HOST:PORT, or mqtts://HOST:PORT for TLS`,
  },
  {
    name: 'a broker with a misspelt scheme',
    isStructural: true,
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqqts://broker.example.org", agent-topic = "a", controller-topic = "c" }`,
    shows: `uspi.toml:4:19: error: "mqqts://broker.example.org" begins with no scheme that is known here
    mqtt = { broker = "mqqts://broker.example.org", agent-topic = "a", controller-topic = "c" }
                      ^
  expected: mqtt://HOST:PORT, or mqtts://HOST:PORT for TLS
  did you mean "mqtts://broker.example.org"?`,
  },
  {
    name: 'a broker with a port that is none',
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtt://localhost:70000", agent-topic = "a", controller-topic = "c" }`,
    shows: `uspi.toml:4:19: error: "mqtt://localhost:70000" is not such a URL
    mqtt = { broker = "mqtt://localhost:70000", agent-topic = "a", controller-topic = "c" }
                      ^
  expected: mqtt://HOST:PORT, or mqtts://HOST:PORT for TLS`,
  },
  {
    name: 'a broker with a password in its URL',
    isStructural: true,
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtt://me:hunter2@localhost", agent-topic = "a", controller-topic = "c" }`,
    shows: `uspi.toml:4:19: error: a URL with a user name shows its password wherever it is printed
    mqtt = { broker = "mqtt://***@localhost", agent-topic = "a", controller-topic = "c" }
                      ^
  expected: mqtt://HOST:PORT, or mqtts://HOST:PORT for TLS; "user" and "password" are keys of their own`,
  },
  {
    name: 'a misspelt password key',
    isStructural: true,
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtt://localhost", agent-topic = "a", controller-topic = "c", user = "me", pasword = "hunter2" }`,
    shows: `uspi.toml:4:95: error: "pasword" is not a key of this table
    mqtt = { broker = "mqtt://localhost", agent-topic = "a", controller-topic = "c", user = "me", pasword = *** }
                                                                                                  ^
  expected: broker, version, agent-topic, controller-topic, user, password, client-id, ca, cert, key, keep-alive, qos or retry
  did you mean password?`,
  },
  {
    name: 'a password that is a number',
    isStructural: true,
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtt://localhost", agent-topic = "a", controller-topic = "c", user = "me", password = 12345 }`,
    shows: `uspi.toml:4:106: error: "password" cannot be a whole number
    mqtt = { broker = "mqtt://localhost", agent-topic = "a", controller-topic = "c", user = "me", password = ***
                                                                                                             ^
  expected: a password, in quotes`,
  },
  {
    name: 'a password without a user',
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtt://localhost", agent-topic = "a", controller-topic = "c", password = "hunter2" }`,
    shows: `uspi.toml:4:82: error: "password" needs "user" beside it
    mqtt = { broker = "mqtt://localhost", agent-topic = "a", controller-topic = "c", password = *** }
                                                                                     ^
  expected: user = "…"`,
  },
  {
    name: 'a topic with a wildcard',
    isStructural: true,
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtt://localhost", agent-topic = "usp/agent/#", controller-topic = "c" }`,
    shows: `uspi.toml:4:53: error: "agent-topic" is not well formed
    mqtt = { broker = "mqtt://localhost", agent-topic = "usp/agent/#", controller-topic = "c" }
                                                        ^
  expected: an MQTT topic without the wildcards + and #`,
  },
  {
    name: 'MQTT 3.1.1 without a topic',
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtt://localhost", version = "3.1.1", controller-topic = "c" }`,
    shows: `uspi.toml:4:1: error: "agent-topic" is missing
    mqtt = { broker = "mqtt://localhost", version = "3.1.1", controller-topic = "c" }
    ^
  expected: agent-topic = "usp/agent/{endpoint}"`,
  },
  {
    name: 'certificates without TLS',
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtt://localhost", agent-topic = "a", controller-topic = "c", ca = "ca.pem" }`,
    shows: `uspi.toml:4:82: error: "ca" has no meaning without TLS
    mqtt = { broker = "mqtt://localhost", agent-topic = "a", controller-topic = "c", ca = "ca.pem" }
                                                                                     ^
  expected: a broker of the form mqtts://`,
  },
  {
    name: 'a certificate without its key',
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtts://localhost", agent-topic = "a", controller-topic = "c", cert = "agent.pem" }`,
    shows: `uspi.toml:4:90: error: "cert" needs "key" beside it
    mqtt = { broker = "mqtts://localhost", agent-topic = "a", controller-topic = "c", cert = "agent.pem" }
                                                                                             ^
  expected: key = "…"`,
  },
  {
    name: 'a key of a table inside',
    isStructural: true,
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"

[controller.mqtt]
broker = "mqtt://localhost"
agent-topic = "a"
controller-topic = "c"

[controller.mqtt.retry]
wiat = "5s"`,
    shows: `uspi.toml:11:1: error: "wiat" is not a key of this table
    wiat = "5s"
    ^
  expected: wait, multiplier or longest
  did you mean wait?`,
  },
  {
    name: 'rights that travel unencrypted over MQTT',
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtt://broker.lan", agent-topic = "a", controller-topic = "c" }`,
    shows: `uspi.toml:4:19: error: the role "Full Access" travels unencrypted over mqtt://broker.lan
    mqtt = { broker = "mqtt://broker.lan", agent-topic = "a", controller-topic = "c" }
                      ^
  expected: mqtts://broker.lan, or insecure = true in this [[controller]] to accept it`,
  },
  {
    name: 'rights that travel unencrypted over CoAP',
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
coap = { url = "coap://[fd00::1]/usp" }`,
    shows: `uspi.toml:4:16: error: the role "Full Access" travels unencrypted over coap://[fd00::1]
    coap = { url = "coap://[fd00::1]/usp" }
                   ^
  expected: coaps://[fd00::1], or insecure = true in this [[controller]] to accept it`,
  },
  {
    name: 'a shared connection that is wanted differently',
    toml: `[[controller]]
endpoint = "self::a"
role = "Untrusted"
mqtt = { broker = "mqtt://b", agent-topic = "a", controller-topic = "c", user = "me", password = "hunter2" }

[[controller]]
endpoint = "self::b"
role = "Untrusted"
mqtt = { broker = "mqtt://b", agent-topic = "a", controller-topic = "d", user = "me", password = "hunter3", keep-alive = "5min" }`,
    shows: `uspi.toml:9:98: error: a controller above shares this connection and has another "password"
    mqtt = { broker = "mqtt://b", agent-topic = "a", controller-topic = "d", user = "me", password = ***, keep-alive = "5min" }
                                                                                                     ^
  expected: the same "password", or a "client-id" for a connection of its own
uspi.toml:9:122: error: a controller above shares this connection and has another "keep-alive"
    mqtt = { broker = "mqtt://b", agent-topic = "a", controller-topic = "d", user = "me", password = ***, keep-alive = "5min" }
                                                                                                                       ^
  expected: the same "keep-alive", or a "client-id" for a connection of its own`,
  },
  {
    name: 'insecure in the wrong place',
    isStructural: true,
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtt://broker.lan", agent-topic = "a", controller-topic = "c", insecure = true }`,
    shows: `uspi.toml:4:83: error: "insecure" is not a key of this table
    mqtt = { broker = "mqtt://broker.lan", agent-topic = "a", controller-topic = "c", insecure = true }
                                                                                      ^
  expected: broker, version, agent-topic, controller-topic, user, password, client-id, ca, cert, key, keep-alive, qos or retry`,
  },
];
