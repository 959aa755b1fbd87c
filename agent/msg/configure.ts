/** A Set of the agent's own, in the name of a Controller: what a Subscription's TriggerConfigSettings asks for. */
import { Fault } from '../../datamodel/errors.ts';
import type { TriggerSetting } from '../../datamodel/triggersetting.ts';
import type { MessageContext } from './context.ts';
import { set } from './set.ts';

/** All of the settings or none, with the rights in `context`. The Fault is the Error message's that a Set would get. */
export async function configure(
  settings: readonly TriggerSetting[],
  context: MessageContext,
): Promise<Fault | undefined> {
  const updates = settings.map(({ objectPath, param, value }) => ({
    obj_path: objectPath,
    param_settings: [{ param, value, required: true }],
  }));
  const answer = await set({ allow_partial: false, update_objs: updates }, context);
  if (!answer || !('error' in answer)) return undefined;
  const [first] = answer.error.param_errs ?? [];
  const where = first?.param_path ? `${first.param_path}: ` : '';
  return new Fault(answer.error.err_code ?? 0, `${where}${first?.err_msg ?? answer.error.err_msg}`);
}
