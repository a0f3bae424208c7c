import { Uri } from '../message/uri.ts';
import type { UserAgentCore } from './user-agent-core.ts';

/** Asks our server whether it is there, by an OPTIONS to our domain; resolves whatever the answer is. */
export function pingServer(core: UserAgentCore): Promise<void> {
  const { scheme, host, port } = core.identity.uri;
  const request = core.newRequest('OPTIONS', Uri.from({ scheme, host, port }));
  return new Promise((resolve, reject) => {
    core.send(request, { onFinal: () => resolve(), onFailure: reject });
  });
}
