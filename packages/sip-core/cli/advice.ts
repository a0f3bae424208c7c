import { type EndCause, type IncomingResponse, ResponseError, SipError } from '@hookswitch/sip-core';

/** What happened, and what can be done about it. */
export interface Advice {
  readonly what: string;
  readonly next: string;
}

/** What we know when a request failed. */
export interface Tried {
  readonly method: string;
  /** Whether there was a password to answer with. */
  readonly password: boolean;
  /** Whether credentials were sent. */
  readonly answered: boolean;
  /** Whether MD5 must not be answered. */
  readonly refuseMd5?: boolean;
}

/** Why a request was refused or not answered. */
export function explainRequest(error: unknown, tried: Tried): Advice {
  if (error instanceof ResponseError) return explainResponse(error.response, tried);
  if (error instanceof SipError && error.code === 'REQUEST_TIMEOUT') {
    return {
      what: `The WebSocket is open, but nobody answered the ${tried.method} within 32 seconds.`,
      next: 'Something takes SIP messages there and drops them: look into the server\u2019s log for parse errors or a filter.',
    };
  }
  return { what: messageOf(error), next: 'The ladder above shows how far it went.' };
}

/** What a final response means. */
export function explainResponse(response: IncomingResponse, tried: Tried): Advice {
  const { statusCode, reasonPhrase } = response;
  const said = `The server answered ${tried.method} with ${statusCode} ${reasonPhrase}`.trimEnd();
  if (statusCode === 401 || statusCode === 407) return explainChallenge(response, tried, said);
  const next =
    nextSteps[statusCode] ?? (statusCode >= 500 ? 'The server failed: its log says why.' : reasonOf(response));
  return { what: `${said}.`, next };
}

function explainChallenge(response: IncomingResponse, tried: Tried, said: string): Advice {
  const field = response.statusCode === 401 ? 'WWW-Authenticate' : 'Proxy-Authenticate';
  const challenges = response.headers(field);
  const algorithms = challenges.map((each) => /algorithm\s*=\s*"?([\w-]+)/i.exec(each)?.[1] ?? 'MD5');
  const realm = /realm\s*=\s*"([^"]*)"/i.exec(challenges[0] ?? '')?.[1] ?? '?';
  if (challenges.length === 0) {
    return {
      what: `${said}, without the challenge that has to come with it (${field}).`,
      next: 'The server is at fault (RFC 3261 section 22).',
    };
  }
  if (tried.answered) {
    return {
      what: `${said} although we gave a user name and a password for "${realm}" (${algorithms.join(', ')}).`,
      next: 'One of them is wrong. Some servers want another user name: --user.',
    };
  }
  if (!tried.password) {
    return { what: `${said}: it wants a password for "${realm}".`, next: 'Type it when asked, or set SIP_PASSWORD.' };
  }
  if (tried.refuseMd5 === true && algorithms.some((each) => /^MD5/i.test(each))) {
    return {
      what: `${said} and asks for ${algorithms.join(', ')}, an algorithm that we were told not to use (--no-md5).`,
      next: 'Have it offer SHA-256 as well (RFC 8760), or leave the option out.',
    };
  }
  return {
    what: `${said} and asks for ${algorithms.join(', ')}, which we do not compute.`,
    next: 'Have it offer MD5, SHA-256 or SHA-512-256 (RFC 8760), by digest: Basic is never answered.',
  };
}

const nextSteps: Readonly<Record<number, string>> = {
  403: 'It knows who we are and does not want this: an account that is off, a wrong domain, or an address filter.',
  404: 'It does not know this address: check the name and the domain after the @.',
  405: 'It does not take this method at this address.',
  408: 'Whoever it passed this to did not answer.',
  415: 'It does not take this kind of body.',
  420: 'It does not know an extension that was required.',
  480: 'Nobody is registered there at the moment.',
  481: 'It knows no such call any more.',
  484: 'The number is not complete.',
  486: 'They are busy.',
  487: 'The call was taken back.',
  488: 'It finds nothing in our media that it can use: WebRTC needs DTLS-SRTP and ICE there, on Asterisk "webrtc=yes".',
  503: 'It is overloaded or shutting down.',
  600: 'They are busy everywhere.',
  603: 'They declined.',
};

function reasonOf(response: IncomingResponse): string {
  const warning = response.header('Warning') ?? response.header('Reason');
  return warning === undefined ? 'The ladder above shows how far it went.' : `It says: ${warning}`;
}

/** Why a call ended, in a line. */
export function explainEnd(cause: EndCause): string {
  const status =
    cause.statusCode === null ? '' : ` (${cause.statusCode} ${cause.reasonPhrase ?? ''})`.replace(/ \)$/, ')');
  const reason = cause.reason?.text ?? null;
  return `ended by ${cause.by === 'local' ? 'us' : cause.by === 'remote' ? 'them' : 'the system'}: ${cause.code}${status}${
    reason === null ? '' : `, "${reason}"`
  }`;
}

/** Whether the address in an answer can be reached from elsewhere; a sentence when not (RFC 1918, RFC 6598). */
export function explainMediaAddress(sdp: string, server: string): Advice | undefined {
  const address = /^c=IN IP[46] (\S+)/m.exec(sdp)?.[1] ?? '';
  const candidates = Array.from(sdp.matchAll(/^a=candidate:\S+ \d \S+ \d+ (\S+)/gm), ([, each]) => each ?? '');
  const all = candidates.length > 0 ? candidates : [address];
  const host = new URL(server).hostname;
  if (all.some((each) => !isPrivate(each)) || isPrivate(host) || host === 'localhost') return undefined;
  return {
    what: `Their media are at ${all.join(', ')}, which only their own network can reach.`,
    next: 'There will be no sound. Tell the server its public address (Asterisk: external_media_address; rtpengine: --interface=in!out).',
  };
}

function isPrivate(address: string): boolean {
  return /^(10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd]|fe80:|::1$|0\.0\.0\.0$)/i.test(
    address,
  );
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
