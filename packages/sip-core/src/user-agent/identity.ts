import { newUuid, randomHex } from '../base/identifiers.ts';
import { NameAddr } from '../message/name-addr.ts';
import { Uri } from '../message/uri.ts';
import type { Random } from '../platform.ts';

/** What an identity is made from. */
export interface IdentityOptions {
  readonly random: Random;
  /** Our address of record. */
  readonly uri: Uri;
  readonly displayName?: string | undefined;
  /** User part of the Contact; default 64 random bits, so that a stranger cannot guess where we are reached. */
  readonly contactName?: string | undefined;
  /** Host of Via and Contact; default a random name under `.invalid` (RFC 7118 section 5.2.1). */
  readonly viaHost?: string | undefined;
  /** `+sip.instance` without `urn:uuid:`; default a new one. */
  readonly instanceId?: string | undefined;
  /** `ws` or `wss`, written as the Contact's transport parameter; default `ws` (RFC 7118 section 5.2.1). */
  readonly contactTransport?: string | undefined;
}

/** Who a user agent is: its address of record and where it is reached. */
export class Identity {
  readonly uri: Uri;
  readonly displayName: string | undefined;
  readonly viaHost: string;
  readonly instanceId: string;
  readonly #contact: Uri;
  /** GRUUs that the registrar gave us (RFC 5627); they replace the Contact in what makes dialogs. */
  publicGruu: Uri | undefined;

  constructor(options: IdentityOptions) {
    this.uri = options.uri;
    this.displayName = options.displayName;
    this.viaHost = options.viaHost ?? `${randomHex(options.random, 6)}.invalid`;
    this.instanceId = options.instanceId ?? newUuid(options.random);
    this.#contact = Uri.from({
      scheme: options.uri.scheme === 'sips' ? 'sips' : 'sip',
      user: options.contactName ?? randomHex(options.random, 8),
      host: this.viaHost,
      params: { transport: options.contactTransport ?? 'ws' },
    });
  }

  /** The address we bind in a REGISTER. */
  get binding(): Uri {
    return this.#contact;
  }

  /** The Contact of requests and responses that make or refresh a dialog. */
  get contact(): NameAddr {
    return NameAddr.from({ uri: this.publicGruu ?? this.#contact });
  }

  /** Who we are, as we say it to others. */
  get address(): NameAddr {
    return NameAddr.from({ displayName: this.displayName, uri: this.uri });
  }

  /** Our From, with a tag. */
  from(tag: string): NameAddr {
    return NameAddr.from({ displayName: this.displayName, uri: this.uri, params: { tag } });
  }
}
