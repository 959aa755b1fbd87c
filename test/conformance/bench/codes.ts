/** Which error codes go with which Message: TR-369, "Error Codes". */

export type Kind = 'Get' | 'Set' | 'Add' | 'Delete' | 'Operate' | 'GetInstances' | 'GetSupportedDM';

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Codes of any Message. */
const any = [...range(7000, 7008), 7016, 7026];

const own: Readonly<Record<Kind, readonly number[]>> = {
  Get: [],
  Set: [...range(7009, 7015), 7020, 7021, 7025],
  Add: [...range(7010, 7015), ...range(7017, 7019), 7021, 7025],
  Delete: [7015, 7024],
  Operate: [7022, 7023, 7027],
  GetInstances: [7018],
  GetSupportedDM: [],
};

/** "An appropriate error code" of the plan. */
export function isAppropriate(code: number, kind: Kind): boolean {
  return any.includes(code) || own[kind].includes(code);
}
