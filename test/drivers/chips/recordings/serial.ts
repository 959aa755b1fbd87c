// Parts on a serial port.
import { mhZ19 } from '../../../../drivers/chips/mh-z19.ts';
import { pms5003 } from '../../../../drivers/chips/pms5003.ts';
import { serialNmea } from '../../../../drivers/chips/serial-nmea.ts';
import { MhZ19Model } from '../../../../drivers/sim/models/mh-z19.ts';
import { NmeaModel } from '../../../../drivers/sim/models/nmea.ts';
import { Pms5003Model } from '../../../../drivers/sim/models/pms5003.ts';
import { onSerial, type Recording } from '../../../helpers/recording.ts';

const mtk3339 = [
  '$GPGSV,4,4,14,31,07,164,36,21,07,137,21*7D',
  '$GPRMC,061507.000,A,4530.7007,N,12240.8051,W,0.02,79.97,260813,,,D*4B',
  '$GPVTG,79.97,T,,M,0.02,N,0.03,K,D*09',
  '$GPGGA,061508.000,4530.7007,N,12240.8051,W,2,12,0.83,62.2,M,-19.4,M,0000,0000*63',
  '$GPGSA,A,3,19,21,11,27,14,31,01,32,22,18,06,03,1.50,0.83,1.25*0E',
  '$GPRMC,061508.000,A,4530.7007,N,12240.8051,W,0.02,79.97,260813,,,D*44\r\n',
].join('\r\n');

export const serialRecordings: readonly Recording[] = [
  onSerial({
    driver: mhZ19,
    source: "Winsen, MH-Z19B user's manual 1.0, command 0x86: the maker's worked example, 544 ppm",
    speak: port => void Object.assign(new MhZ19Model(port), { co2: 544 }),
    asked: 'ff 01 86 00 00 00 00 00 79',
    heard: 'ff 86 02 20 00 00 00 00 58',
    says: { co2: 544 },
  }),
  onSerial({
    driver: pms5003,
    source: 'stackoverflow.com/questions/56384070: the first frame, 22, 31 and 32 ug/m3 in air',
    speak(port) {
      const values = { pm1: 22, pm25: 31, pm10: 32, standard: [23, 32, 32], counts: [4476, 1235, 171, 8, 0, 0] };
      Object.assign(new Pms5003Model(port), values).speak();
    },
    heard: '42 4d 00 1c 00 17 00 20 00 20 00 16 00 1f 00 20 11 7c 04 d3 00 ab 00 08 00 00 00 00 97 00 04 05',
    says: { pm1: 22, pm25: 31, pm10: 32 },
  }),
  onSerial({
    driver: serialNmea,
    source: 'sigrok-dumps, uart/gps/mtk3339/mtk3339_8n1_9600.sr: a receiver in Portland, Oregon',
    speak(port) {
      const place = { latitude: 45 + 30.7007 / 60, longitude: -(122 + 40.8051 / 60), altitude: 62.2 };
      Object.assign(new NmeaModel(port), place).speak(6 * 3600 + 15 * 60 + 8);
    },
    heard: Uint8Array.from(mtk3339, character => character.charCodeAt(0)),
    // How many satellites it sees, and how well, the model makes up.
    same: ['$GPGGA,061508.0', ',4530.7007,N,12240.8051,W,', ',62.2,M,', '$GPRMC,061508.0'],
    says: { location: [45 + 30.7007 / 60, -(122 + 40.8051 / 60)], altitude: 62.2, speed: [0.02 * (1852 / 3600), 1e-9] },
  }),
];
