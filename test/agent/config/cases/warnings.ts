// What is allowed, but worth a word. Each with what is printed, exactly.
import type { FindingCase } from './case.ts';

export const warningsCases: readonly FindingCase[] = [
  {
    name: 'rights that are accepted to travel unencrypted',
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
insecure = true
mqtt = { broker = "mqtt://broker.lan", agent-topic = "a", controller-topic = "c", user = "me", password = "hunter2" }
coap = { url = "coap://10.0.0.2/usp" }`,
    shows: `uspi.toml:5:19: warning: the role "Full Access" travels unencrypted over mqtt://broker.lan
    mqtt = { broker = "mqtt://broker.lan", agent-topic = "a", controller-topic = "c", user = "me", password = *** }
                      ^
  expected: mqtts://broker.lan
uspi.toml:6:16: warning: the role "Full Access" travels unencrypted over coap://10.0.0.2
    coap = { url = "coap://10.0.0.2/usp" }
                   ^
  expected: coaps://10.0.0.2`,
  },
  {
    name: 'insecure where nothing is',
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
insecure = true
mqtt = { broker = "mqtts://broker.lan", agent-topic = "a", controller-topic = "c" }`,
    shows: `uspi.toml:4:1: warning: nothing of this controller is insecure
    insecure = true
    ^
  expected: no "insecure"`,
  },
  {
    name: 'a CoAP endpoint for everybody',
    toml: `[coap]
listen = "coap://0.0.0.0/usp"`,
    shows: `uspi.toml:2:10: warning: every machine on this network can speak to this endpoint, and nothing is encrypted
    listen = "coap://0.0.0.0/usp"
             ^
  expected: an address of this machine alone (127.0.0.1), or coaps://`,
  },
  {
    name: 'MQTT 5.0 without a topic',
    toml: `[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtt://localhost", controller-topic = "c" }`,
    shows: `uspi.toml:4:1: warning: without "agent-topic", a server that does not name one (subscribe-topic) leaves the agent unreachable
    mqtt = { broker = "mqtt://localhost", controller-topic = "c" }
    ^
  expected: agent-topic = "usp/agent/{endpoint}"`,
  },
  {
    name: 'an Endpoint ID for prototypes',
    toml: `[agent]
endpoint = "proto::uspi-1"`,
    shows: `uspi.toml:2:12: warning: this Endpoint ID is for prototypes and documentation, not for a product
    endpoint = "proto::uspi-1"
               ^
  expected: no "endpoint", for one of the uuid scheme`,
  },
  {
    name: 'an Endpoint ID with the enterprise number of the documentation',
    toml: `[agent]
endpoint = "pen:3561:uspi-1"`,
    shows: `uspi.toml:2:12: warning: this Endpoint ID is for prototypes and documentation, not for a product
    endpoint = "pen:3561:uspi-1"
               ^
  expected: no "endpoint", for one of the uuid scheme`,
  },
  {
    name: 'an Endpoint ID with the OUI of the documentation',
    toml: `[agent]
endpoint = "os::00256D-uspi-1"`,
    shows: `uspi.toml:2:12: warning: this Endpoint ID is for prototypes and documentation, not for a product
    endpoint = "os::00256D-uspi-1"
               ^
  expected: no "endpoint", for one of the uuid scheme`,
  },
  {
    name: 'a port that changes places',
    toml: `[[capability]]
name = "speed"
driver = "serial-nmea"
channel = "speed"
at = "/dev/ttyUSB0:9600,8N1"`,
    shows: `uspi.toml:5:6: warning: ports of this name change places when they are plugged in or the board restarts
    at = "/dev/ttyUSB0:9600,8N1"
         ^
  expected: the same port below /dev/serial/by-id/`,
  },
  {
    name: 'a threshold that is never reached',
    toml: `[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
low = -60`,
    shows: `uspi.toml:6:7: warning: low = -60 is beyond what can be read
    low = -60
          ^
  expected: a number from -40 to 125`,
  },
  {
    name: 'two rules that drive one switch',
    toml: `[[rule]]
when = "door"
set = "fan"

[[rule]]
when = "t"
is = "high"
set = "fan"

[[capability]]
name = "door"
driver = "gpio-input"
at = "pin 11"

[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 13"

[[capability]]
name = "t"
driver = "sht31"
channel = "temperature"
at = "i2c-1:0x44"
high = 30`,
    shows: `uspi.toml:8:7: warning: "fan" already follows "door": whichever turns last wins
    set = "fan"
          ^
  expected: "to" in both rules, so that each acts on one turn only`,
  },
  {
    name: 'a device type that TR-181 has not',
    toml: `[[device]]
name = "meter"
type = "Metre"
protocol = "X_USPI_Modbus"`,
    shows: `uspi.toml:3:8: warning: "Metre" is not a device type of TR-181
    type = "Metre"
           ^
  expected: Alarm, Fan, HVAC, Meter, Sensor or Thermostat
  did you mean "Meter"?`,
  },
  {
    name: "a device's port by the order in which it was found, told once for all its capabilities",
    toml: `[[device]]
name = "meter"
type = "Meter"
protocol = "X_USPI_Modbus"
at = "/dev/ttyUSB0:9600,8N1"
address = 1

[[capability]]
name = "power"
driver = "modbus"
channel = "level"
device = "meter"

[[capability]]
name = "energy"
driver = "modbus"
channel = "level"
device = "meter"
options = { register = 2 }`,
    shows: `uspi.toml:5:6: warning: ports of this name change places when they are plugged in or the board restarts
    at = "/dev/ttyUSB0:9600,8N1"
         ^
  expected: the same port below /dev/serial/by-id/`,
  },
];
