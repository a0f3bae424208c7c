import { type EndCause, type IncomingResponse, ResponseError, SipError } from '@hookswitch/sip-core';

/** What happened, and what can be done about it. */
export interface Advice {
  readonly what: string;
  readonly next: string;
}

/** Why the server could not be reached. */
export function explainConnection(error: unknown, to: { host: string; port: number; secure: boolean }): Advice {
  const code = codeOf(error);
  const where = `${to.host}:${to.port}`;
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        what: `DNS knows no host "${to.host}".`,
        next: 'Check the spelling of --server, and the network or VPN.',
      };
    case 'ECONNREFUSED':
      return {
        what: `Nothing listens at ${where}.`,
        next: 'Is the server running, and is this the port of its WebSocket, not that of SIP (5060)?',
      };
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return { what: `${where} does not answer.`, next: 'A firewall drops us, or the address is wrong.' };
    case 'ECONNRESET':
      return {
        what: `${where} hung up while the connection was made.`,
        next: to.secure ? 'It may speak ws://, not wss://, on this port.' : 'It may want wss:// on this port.',
      };
    case 'CERT_HAS_EXPIRED':
      return { what: 'The certificate of the server has expired.', next: 'Renew it; browsers refuse it, too.' };
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return {
        what: `The certificate is not for "${to.host}".`,
        next: 'Use the name that it was made for, or have one made for this name.',
      };
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return {
        what: `Nobody we trust has signed the certificate (${code}).`,
        next: 'Have the server send the whole chain of a public authority; --insecure takes it for now, browsers never do.',
      };
    default:
      if (/wrong version number|EPROTO|packet length too long/i.test(`${code} ${messageOf(error)}`)) {
        return { what: `${where} does not speak TLS.`, next: 'Use ws:// there, or the port of wss://.' };
      }
      return { what: `${where} cannot be used: ${messageOf(error)}.`, next: 'Check --server.' };
  }
}

/** Why the server did not become a WebSocket: its HTTP status, that it left out the subprotocol, or that it said nothing. */
export function explainUpgrade(status: number | 'subprotocol' | 'silence', origin: string | undefined): Advice {
  if (status === 'silence') {
    return {
      what: 'The server took the connection and never answered the request for a WebSocket.',
      next: 'Is this the right path? Asterisk: /ws.',
    };
  }
  if (status === 'subprotocol') {
    return {
      what: 'The server is a WebSocket, but does not speak the subprotocol "sip" (RFC 7118).',
      next: 'This is no SIP endpoint, or another path of the same server is. Asterisk: /ws; Kamailio: any path its script lets in.',
    };
  }
  if (status === 403 || status === 401) {
    return {
      what: `The server refused the WebSocket with HTTP ${status}.`,
      next:
        origin === undefined
          ? 'It may only let in known pages: try --origin https://your.page'
          : 'It does not let in this origin.',
    };
  }
  if (status === 404) {
    return {
      what: 'There is a web server, but no WebSocket at this path (HTTP 404).',
      next: 'Asterisk: /ws. Behind a proxy: its location.',
    };
  }
  if (status >= 500) {
    return {
      what: `The web server answered HTTP ${status}.`,
      next: 'A reverse proxy is there and the SIP server behind it is not.',
    };
  }
  return {
    what: `The server answered HTTP ${status} in place of an upgrade.`,
    next: 'A reverse proxy must pass on "Upgrade" and "Connection" (nginx: proxy_http_version 1.1).',
  };
}

/** What we know when a request failed. */
export interface Tried {
  readonly method: string;
  /** Whether there was a password to answer with. */
  readonly password: boolean;
  /** Whether credentials were sent. */
  readonly answered: boolean;
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

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
