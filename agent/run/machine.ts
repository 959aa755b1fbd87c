/** The machine that we run on, for DeviceInfo: cheap, synchronous reads of the kernel's own figures. */
import { readFileSync } from 'node:fs';
import { cpus, hostname, totalmem, uptime } from 'node:os';
import type { Machine } from '../../datamodel/services.ts';

const thermalZone = '/sys/class/thermal/thermal_zone0/temp';

export class HostMachine implements Machine {
  #idleMs = 0;
  #totalMs = 0;
  #busyPercent = 0;

  memoryTotalKib(): number {
    return Math.round(totalmem() / 1024);
  }

  /** MemAvailable: what programs can still have, caches included. */
  memoryFreeKib(): number {
    return Number(/^MemAvailable:\s+(\d+)/m.exec(readText('/proc/meminfo'))?.[1] ?? 0);
  }

  /** Busy share of all cores since the last call. */
  cpuUsagePercent(): number {
    let idleMs = 0;
    let totalMs = 0;
    for (const { times } of cpus()) {
      idleMs += times.idle;
      totalMs += times.idle + times.user + times.nice + times.sys + times.irq;
    }
    const [idle, total] = [idleMs - this.#idleMs, totalMs - this.#totalMs];
    if (total > 0) this.#busyPercent = Math.min(100, Math.max(0, 100 - (100 * idle) / total));
    this.#idleMs = idleMs;
    this.#totalMs = totalMs;
    return this.#busyPercent;
  }

  uptimeSeconds(): number {
    return uptime();
  }

  cpuTemperatureDegC(): number | undefined {
    const text = readText(thermalZone).trim();
    return text === '' ? undefined : Number(text) / 1000;
  }

  hostName(): string {
    return hostname();
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
