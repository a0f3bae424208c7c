import type { SessionDescriptionHandler, SessionDescriptionHandlerFactory } from '@hookswitch/sip-core';

/** Media that say yes: descriptions that are ready, and nothing else. */
export function silentMedia(descriptions: {
  readonly offer: string;
  readonly answer: string;
}): SessionDescriptionHandlerFactory {
  return () => {
    let offered = false;
    const handler: SessionDescriptionHandler = {
      media: { audio: { local: 'sendrecv', remote: 'sendrecv' }, video: null, connection: 'connected' },
      hasDescription: (type) => type === 'application/sdp',
      getDescription: () =>
        Promise.resolve({ body: offered ? descriptions.answer : descriptions.offer, contentType: 'application/sdp' }),
      setDescription: () => {
        offered = true;
        return Promise.resolve();
      },
      rollbackDescription: () => Promise.resolve(),
      sendDtmf: () => true,
      setMuted: () => undefined,
      close: () => undefined,
    };
    return handler;
  };
}
