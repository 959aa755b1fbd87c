/** USP error codes of what is not a message's own doing: its form, how many there are. docs/errors.md explains each. */
export const INVALID_ARGUMENTS = 7004;
export const RESOURCES_EXCEEDED = 7005;

/** USP Record error codes (TR-369 "USP Record Errors"). */
export const RECORD_COULD_NOT_BE_PARSED = 7100;
export const SECURE_SESSION_NOT_SUPPORTED = 7102;
export const INVALID_RECORD_VALUE = 7104;
export const SESSION_CONTEXT_TERMINATED = 7105;
export const SESSION_CONTEXT_NOT_ALLOWED = 7106;
