/** A satellite receiver: the sentences GGA and RMC of NMEA 0183, once a second, on a serial port. */
import { xorChecksum } from '../../bytes.ts';
import type { SimSerialPort } from '../serial.ts';

const knotsPerMetrePerSecond = 3600 / 1852;

export class NmeaModel {
  /** Decimal degrees, north and east positive. */
  latitude = 48.1173;
  longitude = 11.5167;
  /** m above mean sea level. */
  altitude = 545.4;
  /** Over ground, in m/s. */
  speed = 0;
  readonly #port: SimSerialPort;

  constructor(port: SimSerialPort) {
    this.#port = port;
  }

  /** Sends both sentences, of so many seconds after midnight. */
  speak(seconds: number): void {
    const two = (value: number) => String(Math.floor(value) % 60).padStart(2, '0');
    const time = `${String(Math.floor(seconds / 3600) % 24).padStart(2, '0')}${two(seconds / 60)}${two(seconds)}.00`;
    const position = `${angle(this.latitude, 2)},${this.latitude < 0 ? 'S' : 'N'},${angle(this.longitude, 3)},${this.longitude < 0 ? 'W' : 'E'}`;
    const knots = (this.speed * knotsPerMetrePerSecond).toFixed(1);
    this.#send(`GPGGA,${time},${position},1,08,0.9,${this.altitude.toFixed(1)},M,46.9,M,,`);
    this.#send(`GPRMC,${time},A,${position},${knots},0.0,010126,,,A`);
  }

  #send(body: string): void {
    const sum = xorChecksum(body).toString(16).toUpperCase().padStart(2, '0');
    this.#port.receive(`$${body}*${sum}\r\n`);
  }
}

/** Degrees and minutes in one number: 48.1173 is 4807.038. */
function angle(decimal: number, degreeDigits: number): string {
  const degrees = Math.floor(Math.abs(decimal));
  const minutes = (60 * (Math.abs(decimal) - degrees)).toFixed(4).padStart(7, '0');
  return `${String(degrees).padStart(degreeDigits, '0')}${minutes}`;
}
