import type { GetSupportedProtocol } from '../../proto/codec.gen.js';
import type { Handler } from './context.ts';

/** Versions of TR-369 whose messages we speak, newest last. */
export const supportedProtocolVersions = '1.0,1.1,1.2,1.3,1.4';

export const getSupportedProtocol: Handler<GetSupportedProtocol> = () => ({
  response: { get_supported_protocol_resp: { agent_supported_protocol_versions: supportedProtocolVersions } },
});
