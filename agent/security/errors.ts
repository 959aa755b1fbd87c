/** USP error codes (TR-369 "Error Codes") of challenges, beyond those of the data model. docs/errors.md explains each. */
export const REQUEST_DENIED = 7002;
