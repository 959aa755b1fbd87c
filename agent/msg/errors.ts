/** USP error codes (TR-369 "Error Codes") of whole messages. docs/errors.md explains each. */
export const MESSAGE_FAILED = 7000;
export const MESSAGE_NOT_SUPPORTED = 7001;
export const REQUEST_DENIED = 7002;
