/** Limits of the configuration: what one file may hold. They bound the memory and time that a mistaken file can cost. */

/** Length of the file, in UTF-16 units (never more than its bytes). The largest sensible file is about 60,000. */
export const fileCharsMax = 1_048_576;

/** Tables and lists inside each other. The grammar needs four. */
export const nestingDepthMax = 16;

/** Findings that are reported for one file; one more says how many were left out. */
export const findingsMax = 50;

/** Named controllers. Unnamed ones are capped by the data model. */
export const controllersMax = 16;

/** Sensors and actuators of one board. */
export const capabilitiesMax = 1_024;

/** Local actions. */
export const rulesMax = 256;

/** Devices behind a bus, such as meters. */
export const devicesMax = 64;

/** Parts of devices, and of the board. */
export const nodesMax = 256;

/** Filters of one capability. */
export const filtersMax = 8;

/** Words of an EnumSensor or EnumControl. */
export const validValuesMax = 64;

/** A program and its arguments. */
export const commandWordsMax = 32;

/** TR-181 EnumControl.ValidValues: 64 characters each. */
export const valueCharsMax = 64;

/** TR-181 IoTCapability.{i}.Name and ProxiedDevice.{i}.Name: 64 characters. */
export const nameCharsMax = 64;

/** TR-181 Description parameters: 256 characters. */
export const descriptionCharsMax = 256;

/** Any other text: paths, URLs, topics, user names. */
export const textCharsMax = 512;

/** [R-ARC.6] An instance-id has no more than 50 characters. */
export const instanceIdCharsMax = 50;

/** Words that are compared for "did you mean". */
export const comparedCharsMax = 64;

/** Alternatives listed after "expected". */
export const alternativesShownMax = 16;

/** A value quoted in a message. */
export const quotedCharsMax = 64;

/** A source line is shown in a window of this many characters around the caret. */
export const shownLineCharsMax = 160;
