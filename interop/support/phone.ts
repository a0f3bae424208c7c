import type { DtmfOptions, SessionPhase, SessionSnapshot, UASnapshot } from '@hookswitch/sip-core';
import { accounts, DOMAIN } from '../lab/lab.ts';
import { until } from '../lab/until.ts';
import type {} from '../page/main.ts';
import type { DialOptions, PhoneEvent, PhoneSettings, PictureCount, SoundCount } from '../page/interop-phone.ts';
import type { DrivenPage } from './driven-page.ts';

/** How a phone differs from the usual one. */
export type PhoneOptions = Partial<PhoneSettings> & { readonly user: string; readonly tone: number | null };

/** A level that no noise of a codec reaches. */
const AUDIBLE = 0.02;

/** Somebody's phone, in a page of its own. */
export class Phone {
  readonly user: string;
  readonly page: DrivenPage;
  /** What the page threw. */
  readonly complaints: string[] = [];

  constructor(user: string, page: DrivenPage) {
    this.user = user;
    this.page = page;
    page.onError((error) => this.complaints.push(error));
  }

  /** Starts, and waits until it is registered. */
  async signIn(server: string, options: PhoneOptions): Promise<void> {
    await this.start(server, options);
    await this.registered();
  }

  /** Starts, and waits for nothing. */
  async start(server: string, { user, ...rest }: PhoneOptions): Promise<void> {
    const settings: PhoneSettings = {
      uri: `sip:${user}@${DOMAIN}`,
      password: accounts[user],
      wsServers: server,
      ...rest,
    };
    await this.page.evaluate((given) => {
      // A first attempt that fails is followed by others.
      window.phone.start(given).catch(() => undefined);
    }, settings);
  }

  async registered(): Promise<void> {
    await until(`${this.user} is registered`, async () => {
      return (await this.snapshot()).registration.status === 'registered';
    });
  }

  snapshot(): Promise<UASnapshot> {
    return this.page.evaluate(() => window.phone.snapshot());
  }

  call(index = 0): Promise<SessionSnapshot | undefined> {
    return this.page.evaluate((at) => window.phone.call(at), index);
  }

  events(): Promise<readonly PhoneEvent[]> {
    return this.page.evaluate(() => window.phone.events);
  }

  /** Waits for an event, at the latest as long as anything may take. */
  event(name: string, test: (event: PhoneEvent) => boolean = () => true, timeout?: number): Promise<PhoneEvent> {
    return until(
      `${this.user} has "${name}"`,
      async () => (await this.events()).find((event) => event.name === name && test(event)),
      timeout === undefined ? {} : { timeout },
    );
  }

  async phase(phase: SessionPhase, index = 0): Promise<SessionSnapshot> {
    return until(`call ${index} of ${this.user} is ${phase}`, async () => {
      const call = await this.call(index);
      return call?.phase === phase ? call : undefined;
    });
  }

  dial(target: string, options: DialOptions = {}): Promise<number> {
    return this.page.evaluate(([to, how]) => window.phone.dial(to, how), [target, options] as const);
  }

  /** Waits until it rings, and answers. */
  async answer(index = 0, video = false): Promise<void> {
    await this.phase('incoming', index);
    await this.page.evaluate(([at, shown]) => window.phone.answer(at, shown), [index, video] as const);
  }

  hangUp(index = 0): Promise<void> {
    return this.page.evaluate((at) => window.phone.hangUp(at), index);
  }

  hold(index = 0): Promise<void> {
    return this.page.evaluate((at) => window.phone.hold(at), index);
  }

  unhold(index = 0): Promise<void> {
    return this.page.evaluate((at) => window.phone.unhold(at), index);
  }

  dtmf(tones: string, options: DtmfOptions, index = 0): Promise<void> {
    return this.page.evaluate(([at, keys, how]) => window.phone.dtmf(at, keys, how), [index, tones, options] as const);
  }

  transfer(target: string | number, index = 0): Promise<void> {
    return this.page.evaluate(([at, to]) => window.phone.transfer(at, to), [index, target] as const);
  }

  /** Sends a text; resolves with the status of its answer. */
  message(target: string, text: string): Promise<number> {
    return this.page.evaluate(([to, body]) => window.phone.message(to, body), [target, text] as const);
  }

  follow(target: string, event: string): Promise<void> {
    return this.page.evaluate(([whom, what]) => window.phone.follow(whom, what), [target, event] as const);
  }

  publish(target: string, event: string, body: string, contentType: string): Promise<void> {
    const state = [target, event, body, contentType] as const;
    return this.page.evaluate((given) => window.phone.publish(...given), state);
  }

  /** Waits for a NOTIFY with this in its body. */
  notified(event: string, part: string | RegExp): Promise<PhoneEvent> {
    return this.event(`notify ${event}`, ({ detail }) => String(detail).match(part) !== null);
  }

  sound(index = 0): Promise<SoundCount> {
    return this.page.evaluate((at) => window.phone.sound(at), index);
  }

  /** Waits until this tone is heard loud enough, from packets that keep coming. */
  async hears(tone: number, index = 0): Promise<void> {
    let last = 'nothing';
    try {
      await until(`${this.user} hears ${tone} Hz`, async () => {
        const before = await this.sound(index);
        const { frequency, level } = await this.page.evaluate((at) => window.phone.hear(at, 0.3), index);
        const { received } = await this.sound(index);
        last = `${frequency.toFixed(0)} Hz at ${level.toFixed(3)}, ${received - before.received} packets of ${received}`;
        return Math.abs(frequency - tone) < 12 && level > AUDIBLE && received - before.received > 5;
      });
    } catch (error) {
      throw new Error(`${this.user} does not hear ${tone} Hz but ${last}`, { cause: error });
    }
  }

  /** Waits until pictures come in and are decoded, and ours go out. */
  async sees(index = 0): Promise<void> {
    const count = (): Promise<PictureCount> => this.page.evaluate((at) => window.phone.pictures(at), index);
    const before = await count();
    await until(`${this.user} sees pictures and sends some`, async () => {
      const { decoded, sent } = await count();
      return decoded > before.decoded + 10 && sent > before.sent + 10;
    });
  }

  /** Waits until no picture comes in any more. */
  async seesNothing(index = 0): Promise<void> {
    let before = -1;
    await until(
      `${this.user} sees nothing`,
      async () => {
        const { decoded } = await this.page.evaluate((at) => window.phone.pictures(at), index);
        const same = decoded === before;
        before = decoded;
        return same;
      },
      { interval: 500 },
    );
  }

  /** Waits until sound has come in without a pause for the time that a loss is noticed after. */
  async soundSteadily(seconds = 4, index = 0): Promise<void> {
    await until(`${this.user} receives without a pause`, async () => {
      const before = await this.sound(index);
      await this.page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), 1000 * seconds);
      const { received } = await this.sound(index);
      return received - before.received > 45 * seconds;
    });
  }

  /** Has each warning become an event, raised and cleared. */
  watchQuality(index = 0): Promise<void> {
    return this.page.evaluate((at) => window.phone.watchQuality(at), index);
  }

  /** Codes of the warnings that were raised, or cleared. */
  async warnings(what: 'raised' | 'cleared'): Promise<readonly string[]> {
    const names = (await this.events()).map(({ name }) => name);
    return names.filter((name) => name.startsWith(what)).map((name) => name.slice(what.length + 1));
  }

  /** Says a tone other than its own from now on. */
  say(tone: number, index = 0): Promise<void> {
    return this.page.evaluate(([at, hertz]) => window.phone.say(at, hertz), [index, tone] as const);
  }

  /** Starts to measure how long nothing comes in; the result says for how long nothing did at the most. */
  async watchSilence(index = 0): Promise<() => Promise<number>> {
    await this.page.evaluate((at) => window.phone.watchSilence(at), index);
    return () => this.page.evaluate(() => window.phone.longestSilence());
  }

  /** Waits until nothing is heard. */
  async hearsNothing(index = 0): Promise<void> {
    await until(`${this.user} hears nothing`, async () => {
      const { level } = await this.page.evaluate((at) => window.phone.hear(at, 0.3), index);
      return level < 0.005;
    });
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
