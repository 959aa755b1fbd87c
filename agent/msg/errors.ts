/** USP error codes (TR-369 "Error Codes") of whole messages, beyond those of the data model. docs/errors.md explains each. */
export const MESSAGE_NOT_SUPPORTED = 7001;
