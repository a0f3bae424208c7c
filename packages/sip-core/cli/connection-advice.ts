import { type Advice, messageOf } from './advice.ts';

/** Why the server could not be reached. */
export function explainConnection(error: unknown, to: { host: string; port: number; secure: boolean }): Advice {
  const code = codeOf(error);
  const where = `${to.host}:${to.port}`;
  switch (code) {
    case 'ENOTFOUND':
      return {
        what: `DNS knows no host "${to.host}".`,
        next: 'Check the spelling of --server, and the VPN. Browsers look up addresses alone, no SRV or NAPTR records.',
      };
    case 'EAI_AGAIN':
      return {
        what: `DNS could not be asked for the host "${to.host}".`,
        next: 'Is this machine on the network, and does its name server answer?',
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
        what: `The certificate is not for "${to.host}"${namesIn(error)}.`,
        next: 'Use the name that it was made for, or have one made for this name.',
      };
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return {
        what: `Nobody we trust has signed the certificate (${code}).`,
        next:
          'Browsers refuse it without a question, unless their machine trusts the authority. Have the server send the whole chain of a ' +
          'public one. To go on here: NODE_EXTRA_CA_CERTS=authority.pem, or --insecure.',
      };
    default:
      if (/wrong version number|EPROTO|packet length too long/i.test(`${code} ${messageOf(error)}`)) {
        return { what: `${where} does not speak TLS.`, next: 'Use ws:// there, or the port of wss://.' };
      }
      if (code.startsWith('HPE_')) {
        return {
          what: `${where} does not speak HTTP, as every WebSocket does at first.`,
          next: 'It may be the port of SIP over TCP, which browsers cannot use: find the one of its WebSocket.',
        };
      }
      if (/Sec-WebSocket-Accept/i.test(messageOf(error))) {
        return {
          what: `${where} answered like a WebSocket without having read our request (wrong Sec-WebSocket-Accept).`,
          next: 'A proxy or a filter in between answers in place of the server.',
        };
      }
      return { what: `${where} cannot be used: ${messageOf(error)}.`, next: 'Check --server.' };
  }
}

/** Why the server did not become a WebSocket: its HTTP status, that it left out the subprotocol, or that it said nothing. */
export function explainUpgrade(
  status: number | 'subprotocol' | 'silence',
  { origin, location }: { readonly origin?: string | undefined; readonly location?: string | undefined } = {},
): Advice {
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
  if (status >= 300 && status < 400) {
    return {
      what: `The server sends us elsewhere with HTTP ${status}${location === undefined ? '' : `: ${location}`}.`,
      next: 'No browser follows that for a WebSocket: name the address that it leads to, with wss:// or ws://.',
    };
  }
  if (status === 200) {
    return {
      what: 'A web page is at this address, not a WebSocket (HTTP 200).',
      next: 'Try its path (Asterisk: /ws). A reverse proxy must pass on "Upgrade" and "Connection" (nginx: proxy_http_version 1.1).',
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

/** The names that a certificate was made for, in brackets. */
function namesIn(error: unknown): string {
  const cert: unknown = error instanceof Error && 'cert' in error ? error.cert : undefined;
  const names: unknown =
    typeof cert === 'object' && cert !== null && 'subjectaltname' in cert ? cert.subjectaltname : undefined;
  return typeof names === 'string' ? `, but for ${names.replaceAll(/(DNS|IP Address):/g, '')}` : '';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
