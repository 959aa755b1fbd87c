/** Controllers that nobody named and that called: rows of the untrusted role. Later ones are ignored. */
export const unknownControllersMax = 16;

/** Records of unknown Controllers that wait until one has its row. Later ones are ignored, for whoever asks will ask again. */
export const strangersWaitingMax = 32;

/** Characters of an Endpoint ID that we listen to: a scheme, an authority and an instance-id of at most 50 [R-ARC.6]. */
export const endpointIdCharsMax = 128;

/** Sets of roles whose rights are kept ready: more than there are Controllers that may have different ones. */
export const accessesKeptMax = 128;
