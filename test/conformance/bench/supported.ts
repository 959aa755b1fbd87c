/** The agent's supported data model, as GetSupportedDM tells it. */
import type { SupportedObject } from './messages.ts';

export class Supported {
  readonly objects: readonly SupportedObject[];
  readonly #names = new Set<string>();

  constructor(objects: readonly SupportedObject[]) {
    this.objects = objects;
    for (const each of objects) {
      const path = each.supported_obj_path;
      this.#names.add(path);
      for (const { param_name: name } of each.supported_params) this.#names.add(path + name);
      for (const { command_name: name } of each.supported_commands) this.#names.add(path + name);
      for (const { event_name: name } of each.supported_events) this.#names.add(path + name);
    }
  }

  /** Whether there is such an object, parameter, command or event, as in "Device.LocalAgent.Controller.{i}.Alias". */
  has(name: string): boolean {
    return this.#names.has(name);
  }
}
