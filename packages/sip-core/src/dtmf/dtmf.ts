import { InvalidStateError } from '../base/errors.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import { sendInfo } from '../session/info.ts';
import type { SessionContext } from '../session/session-context.ts';
import { SessionEndedError } from '../session/session-errors.ts';
import type { DtmfOptions, DtmfPart, DtmfTone } from '../session/session-parts.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { isDtmf, readInfoTones, writeDtmfRelay } from './info-body.ts';
import { readTiming, readTones } from './tones.ts';

/** Milliseconds that a comma pauses, as dialling strings have it. */
const PAUSE = 2000;

/** The tones of one session: sent in order, however fast they are asked for, and read where INFO brings them. */
export class Dtmf implements DtmfPart {
  readonly #context: SessionContext;
  #queue: Promise<void> = Promise.resolve();

  constructor(context: SessionContext) {
    this.#context = context;
  }

  send(tones: string | number, options: DtmfOptions = {}): Promise<void> {
    const context = this.#context;
    const symbols = readTones(tones);
    const timing = readTiming(options);
    parseExtraHeaders(options.extraHeaders ?? []);
    if (context.currentDialog === undefined || context.isEnding())
      throw new InvalidStateError('send tones', context.state);
    const sent = this.#queue.then(() =>
      context.perform('dtmf', async () => {
        for (const symbol of symbols) await this.#sendOne(symbol, timing, options);
      }),
    );
    this.#queue = sent.catch(() => undefined);
    return sent;
  }

  receiveInfo(request: ServerRequest): boolean {
    if (!isDtmf(request.message)) return false;
    const tones = readInfoTones(request.message);
    // RFC 6086 section 4.2.2: what cannot be read is said to be so.
    request.reply(tones.length > 0 ? 200 : 400);
    for (const tone of tones) this.#tell({ ...tone, via: 'info', direction: 'incoming' }, request);
    return true;
  }

  async #sendOne(
    symbol: string,
    timing: { readonly duration: number; readonly interToneGap: number },
    options: DtmfOptions,
  ): Promise<void> {
    const context = this.#context;
    if (context.isEnding()) throw new SessionEndedError('send tones', context.cause);
    if (symbol === ',') {
      await context.wait('dtmf', PAUSE, 'send tones');
      return;
    }
    const tone = { tone: symbol, duration: timing.duration, direction: 'outgoing' } as const;
    const { via = 'auto' } = options;
    if (via !== 'info' && context.handler.sendDtmf(symbol, timing)) {
      this.#tell({ ...tone, via: 'rtp' });
    } else if (via === 'rtp') {
      throw new InvalidStateError('send tones by RTP', context.state);
    } else {
      this.#tell({ ...tone, via: 'info' });
      await sendInfo(context, {
        contentType: 'application/dtmf-relay',
        body: writeDtmfRelay(tone),
        extraHeaders: options.extraHeaders ?? [],
      });
    }
    await context.wait('dtmf', timing.duration + timing.interToneGap, 'send tones');
  }

  #tell(tone: DtmfTone, request?: ServerRequest): void {
    this.#context.events.emit('dtmf', request?.message, Object.freeze(tone));
  }
}
