/** USP error codes (TR-369 "Error Codes") that the data model itself answers with. docs/errors.md explains each. */
export const INTERNAL_ERROR = 7003;
export const INVALID_ARGUMENTS = 7004;
export const RESOURCES_EXCEEDED = 7005;
export const PERMISSION_DENIED = 7006;
export const INVALID_PATH_SYNTAX = 7008;
export const PARAMETER_ACTION_FAILED = 7009;
export const UNSUPPORTED_PARAMETER = 7010;
export const INVALID_TYPE = 7011;
export const INVALID_VALUE = 7012;
export const NOT_WRITABLE = 7013;
export const VALUE_CONFLICT = 7014;
export const OBJECT_DOES_NOT_EXIST = 7016;
export const OBJECT_IS_NOT_A_TABLE = 7018;
export const OBJECT_IS_NOT_CREATABLE = 7019;
export const REQUIRED_PARAMETER_FAILED = 7021;
export const COMMAND_FAILURE = 7022;
export const COMMAND_CANCELED = 7023;
export const DELETE_FAILURE = 7024;
export const DUPLICATE_KEY = 7025;
export const INVALID_PATH = 7026;
export const INVALID_COMMAND_ARGUMENTS = 7027;

/** What went wrong, as a value: a USP error code, a sentence for a person, and the parameter concerned, if one is. */
export class Fault {
  readonly code: number;
  readonly message: string;
  /** Path relative to the object being worked on. */
  readonly param: string | undefined;

  constructor(code: number, message: string, param?: string) {
    this.code = code;
    this.message = message;
    this.param = param;
  }
}
