import type { Uri } from '../message/uri.ts';
import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import type { SessionContext } from './session-context.ts';
import type { Session } from './session.ts';

/** One DTMF tone. */
export interface DtmfTone {
  /** `0` to `9`, `*`, `#`, `A` to `D`. */
  readonly tone: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly via: 'rtp' | 'info';
  readonly direction: 'incoming' | 'outgoing';
}

/** How tones are sent; see `Session.dtmf`. */
export interface DtmfOptions {
  /** Milliseconds a tone lasts; 70 to 6000, default 100. */
  readonly duration?: number;
  /** Milliseconds between two tones; at least 50, default 500. */
  readonly interToneGap?: number;
  /** Header fields for each INFO request. */
  readonly extraHeaders?: readonly string[];
  /** `rtp`: RFC 4733 events; `info`: INFO requests; `auto` (default): RTP where the media can, INFO otherwise. */
  readonly via?: 'auto' | 'rtp' | 'info';
}

/** Options of `Session.refer`. */
export interface ReferOptions {
  /** Keep our own call when the transfer succeeds; default false. */
  readonly activeAfterTransfer?: boolean;
  /**
   * Ask for no reports (RFC 4488). Where the far end agrees, the transfer counts as done once it accepts; default false.
   */
  readonly norefersub?: boolean;
  readonly extraHeaders?: readonly string[];
  /** Called with the response to the REFER. */
  readonly receiveResponse?: (response: IncomingResponse) => void;
  readonly requestOptions?: { readonly extraHeaders?: readonly string[] };
  readonly requestDelegate?: {
    onAccept?(response: IncomingResponse): void;
    onReject?(response: IncomingResponse): void;
  };
  /** Called with each report of the far end. */
  readonly onNotify?: (request: IncomingRequest) => void;
}

/** What `referRequested` hands out: a transfer of ours, or one we are asked to make. */
export interface ReferContext {
  readonly direction: 'outgoing' | 'incoming';
  readonly referTo: Uri;
}

/** Sends tones and reads those that come by INFO. */
export interface DtmfPart {
  send(tones: string | number, options?: DtmfOptions): Promise<void>;
  /** @returns whether the INFO was about DTMF; it has been answered then */
  receiveInfo(request: ServerRequest): boolean;
}

/** Transfers: REFER in both directions. */
export interface TransferPart {
  refer(target: string | Uri | Session, options?: ReferOptions): Promise<void>;
  receiveRefer(request: ServerRequest): void;
  /** @returns whether the NOTIFY reports on a transfer of ours; it has been answered then */
  receiveNotify(request: ServerRequest): boolean;
}

/** The acts of a session whose rules live in folders of their own. */
export interface SessionParts {
  dtmf(context: SessionContext, session: Session): DtmfPart;
  transfer(context: SessionContext, session: Session): TransferPart;
}
