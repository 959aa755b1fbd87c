/** Limits of the data model. Beyond one of ours the answer is 7005 Resources exceeded. */

/** Characters of a path in a request, search expressions included. */
export const pathCharsMax = 1024;

/** Names, instances and expressions of one path. */
export const pathSegmentsMax = 32;

/** `&&`-joined comparisons in one search expression. */
export const expressionComponentsMax = 16;

/** References followed (`+`) in one path, so that a ring of references ends. */
export const referencesFollowedMax = 4;

/** Parsed paths kept for their next use. */
export const parsedPathsCachedMax = 500;

/** Objects that one path of one request may resolve to. */
export const resolvedObjectsMax = 20_000;

/** The largest instance number: TR-106 has them as unsigned integers, and they are not given twice [R-ARC.8]. */
export const instanceNumberMax = 4_294_967_295;

/** Rows of a table for which the literal states no limit of its own. */
export const rowsMaxDefault = 256;

/** Characters of any string value for which TR-181 states no size. */
export const valueCharsMax = 65_536;

/** Transactions waiting for their turn. */
export const transactionsWaitingMax = 256;

/** An actuator that has not answered after this long has failed. */
export const applyMsMax = 5_000;

/** Rows of LocalAgent.Controller: named ones, those that controllers add, and unknown ones that called. */
export const controllerRowsMax = 64;

/** Rows of LocalAgent.Subscription over all controllers. */
export const subscriptionRowsMax = 1_000;

/** Paths in the ReferenceList of one of them. */
export const referencesMax = 32;

/** Asynchronous commands that run at a time. */
export const requestRowsMax = 64;

/** Roles, and permissions of one role. */
export const roleRowsMax = 32;
export const permissionRowsMax = 64;

/** IoTCapability rows. */
export const capabilityRowsMax = 4_096;

/** ProxiedDevice rows, and Node rows of one of them or of the board. */
export const proxiedDeviceRowsMax = 64;
export const nodeRowsMax = 256;

/** How often a running ScheduleTimer() journals what is left of it; it is late by no more than this after a power cut. */
export const timerNoteMs = 600_000;

/** Rows of LocalAgent.Threshold, Monitor and Watchdog, each over all controllers. */
export const watchRowsMax = 256;

/** Rows of LocalAgent.Certificate, ControllerTrust.Credential and ControllerTrust.Challenge. */
export const certificateRowsMax = 32;
export const credentialRowsMax = 32;
export const challengeRowsMax = 16;
