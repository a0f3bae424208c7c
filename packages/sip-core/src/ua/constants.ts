import { CLASSIC_CAUSES } from '../session/end-cause.ts';

/** Name and version, as the User-Agent header field says them. */
export const USER_AGENT: string = 'Hookswitch/0.1.0';

/** Causes, and some under the names that classic applications know them by. */
type Causes = typeof CLASSIC_CAUSES & {
  readonly [Name in 'BYE' | 'USER_DENIED_MEDIA_ACCESS' | 'WEBRTC_ERROR' | 'WEBRTC_NOT_SUPPORTED']: string;
};

function causes(): Causes {
  return {
    ...CLASSIC_CAUSES,
    BYE: CLASSIC_CAUSES.HUNG_UP,
    USER_DENIED_MEDIA_ACCESS: CLASSIC_CAUSES.MEDIA_DENIED,
    WEBRTC_ERROR: CLASSIC_CAUSES.MEDIA_ERROR,
    // A browser without WebRTC is one of the media errors here; the session's `lastError` tells which.
    WEBRTC_NOT_SUPPORTED: CLASSIC_CAUSES.MEDIA_ERROR,
  };
}

/**
 * The constants of the classic documents (000, 001).
 *
 * @example
 * ```ts
 * session.on('failed', (response, cause) => {
 *   if (cause === C.causes.BUSY) playBusyTone();
 * });
 * ```
 */
export const C: {
  readonly USER_AGENT: string;
  readonly supported: { readonly REQUIRED: 'required'; readonly SUPPORTED: 'supported'; readonly UNSUPPORTED: 'none' };
  readonly causes: Causes;
} = {
  USER_AGENT,
  /** How an option is declared: `rel100` of an invite. */
  supported: { REQUIRED: 'required', SUPPORTED: 'supported', UNSUPPORTED: 'none' },
  /** Why calls end, as `failed` and `terminated` tell it. */
  causes: /* @__PURE__ */ causes(),
};
