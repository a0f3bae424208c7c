import { MediaError } from '../media/media-error.ts';
import { Invitation } from '../session/invitation.ts';
import { Inviter } from '../session/inviter.ts';
import type { Session } from '../session/session.ts';
import { Referral } from '../transfer/referral.ts';
import { Dice } from './dice.ts';
import { type Phone, PhoneBox } from './phones.ts';
import { PromiseLedger } from './promise-ledger.ts';
import { RandomPeer } from './random-peer.ts';

interface Watched {
  readonly name: string;
  readonly session: Session;
  terminated: number;
  ended: number;
}

/** What goes wrong with messages on their way. */
const FAULTY = [
  'INVITE',
  'ACK',
  'BYE',
  'CANCEL',
  '200',
  '180',
  '100',
  'PRACK',
  'REGISTER',
  'UPDATE',
  '487',
  '*',
] as const;
const TARGETS = ['alice', 'bob', 'carol', 'dave', 'dave', '600', '602', '603', '604', '605', 'nobody'] as const;

/**
 * A story that chance writes: three phones, robots and a wild far end, through calls and faults, then peace. The same
 * seed tells the same story.
 */
export class RandomStory {
  readonly box: PhoneBox;
  /** What was done, one line each. */
  readonly log: string[] = [];
  readonly #dice: Dice;
  readonly #promises = new PromiseLedger();
  readonly #peer: RandomPeer;
  readonly #phones: (Phone & { readonly name: string; baseline: string })[] = [];
  readonly #watched: Watched[] = [];
  /** Whether phones still decide by themselves what to do with what comes in. */
  #wild = true;

  constructor(seed: string | number) {
    this.#dice = new Dice(seed);
    const latency = this.#dice.pick([0, 0, 1, 30, 400]);
    this.box = new PhoneBox({ seed: this.#dice.below(1_000_000), latency });
    this.#peer = new RandomPeer(this.box.network, 'dave', this.#dice);
  }

  /** Tells the story and gives back what is wrong with its end; nothing when all is well. */
  async tell(steps: number): Promise<readonly string[]> {
    for (const name of ['alice', 'bob', 'carol']) await this.#enter(name);
    for (let step = 0; step < steps; step += 1) {
      const act = this.#act();
      if (act !== '') this.log.push(`${this.#time()} ${act}`);
      await this.box.run(this.#dice.pick([0, 0, 0, 1, 5, 40, 200, 600, 3000, this.#dice.chance(15) ? 40_000 : 100]));
    }
    return this.#end();
  }

  async #enter(name: string): Promise<void> {
    const dice = this.#dice;
    const delay = (): number => dice.pick([0, 0, 20, 300]);
    const phone = await this.box.phone(name, {
      media: { delay: { getDescription: delay(), setDescription: delay() } },
      configuration: { sessionRecovery: dice.chance(80), autoFollowRefer: dice.chance(20) },
    });
    const { ua } = phone;
    ua.userAgent.events.on('session', (session) => {
      this.#watch(name, session);
    });
    ua.on('message', (message) => {
      if (this.#wild && dice.chance(30)) message.reject();
    });
    ua.on('subscribe', (notifier) => {
      if (this.#wild && dice.chance(60)) notifier.accept();
    });
    this.#phones.push({ ...phone, name, baseline: listeners(phone) });
  }

  #watch(name: string, session: Session): void {
    const watched: Watched = { name, session, terminated: 0, ended: 0 };
    this.#watched.push(watched);
    const check = (): void => {
      const { state, phase, endedAt } = session.getSnapshot();
      const over = session.state === 'Terminated';
      if (state !== session.state || (phase === 'ended') !== over || (endedAt !== null) !== over)
        this.#promises.surprises.push(`${name}: snapshot ${state}/${phase} of a session that is ${session.state}`);
    };
    session.subscribe(check);
    session.on('terminated', () => (watched.terminated += 1));
    session.stateChange.addListener((state) => {
      if (state === 'Terminated') watched.ended += 1;
    });
    session.on('referRequested', (context) => {
      if (!(context instanceof Referral) || !this.#wild) return;
      if (this.#dice.chance(50)) {
        this.#promises.call(`${name} follows`, async () => {
          await context.accept();
          if (this.#wild) await context.makeInviter().invite();
        });
      } else if (this.#dice.chance(50)) this.#promises.call(`${name} refuses to follow`, () => context.reject());
    });
  }

  #act(): string {
    const kind = this.#dice.below(100);
    if (kind < 12) return this.#call();
    if (kind < 62) return this.#useSession();
    if (kind < 74) return this.#usePhone();
    if (kind < 86) return this.#peer.act();
    return this.#fault();
  }

  #call(): string {
    const dice = this.#dice;
    const { ua, name } = this.#phone();
    const target = dice.pick(TARGETS);
    const rel100 = dice.pick(['none', 'supported', 'required'] as const);
    const options = { rel100, inviteWithoutSdp: dice.chance(20), earlyMedia: dice.chance(80) };
    this.#promises.call(`${name} calls ${target}`, () => {
      ua.invite(target, options);
    });
    return `${name} calls ${target} ${JSON.stringify(options)}`;
  }

  #useSession(): string {
    const dice = this.#dice;
    const live = this.#watched.filter(({ session }) => session.state !== 'Terminated');
    const watched = dice.pick(dice.chance(97) ? live : this.#watched);
    if (watched === undefined) return this.#call();
    const { session, name } = watched;
    const acts: readonly (readonly [string, () => unknown])[] = [
      ...(session instanceof Invitation ? this.#answers(session) : []),
      ...(session instanceof Inviter ? ([['cancel', () => session.cancel()]] as const) : []),
      ['terminate', () => session.terminate()],
      ['bye', () => session.bye()],
      ['hold', () => session.hold()],
      ['hold', () => session.hold()],
      ['unhold', () => session.unhold()],
      ['reinvite', () => session.reinvite({ inviteWithoutSdp: dice.chance(30) })],
      ['update', () => session.update(dice.chance(50) ? { sessionDescription: true } : {})],
      ['dtmf', () => session.dtmf('1#', { via: dice.pick(['auto', 'rtp', 'info'] as const) })],
      ['info', () => session.info({ contentType: 'text/plain', body: 'x' })],
      ['refer', () => session.refer(dice.pick(TARGETS), { norefersub: dice.chance(30) })],
      ['refer to a call', () => session.refer(dice.pick(this.#watched)?.session ?? '600')],
      [
        'mute',
        () => {
          if (dice.chance(50)) session.mute();
          else session.unmute();
        },
      ],
    ];
    const [act, perform] = dice.pick(acts) ?? ['', () => undefined];
    const label = `${name} ${act} in a session ${session.direction} ${session.state}`;
    this.#promises.call(label, perform);
    return label;
  }

  #answers(session: Invitation): readonly (readonly [string, () => unknown])[] {
    const dice = this.#dice;
    return [
      ['accept', () => session.accept()],
      ['accept', () => session.accept()],
      ['accept', () => session.accept()],
      ['reject', () => session.reject({ statusCode: dice.pick([486, 603, 404]) })],
      [
        'progress',
        () =>
          session.progress({
            statusCode: dice.pick([180, 183]),
            sessionDescription: dice.chance(50),
            rel100: 'supported',
          }),
      ],
    ];
  }

  #usePhone(): string {
    const dice = this.#dice;
    const { ua, name, media } = this.#phone();
    const acts: readonly (readonly [string, () => unknown])[] = [
      ['start', () => ua.start()],
      ['start', () => ua.start()],
      ['stop', () => ua.stop()],
      ['register', () => ua.register()],
      ['unregister', () => ua.unregister({ all: dice.chance(50) })],
      ['message', () => ua.message(dice.pick(TARGETS), 'Hello').response],
      ['options', () => ua.options(dice.pick(TARGETS)).response],
      [
        'request and give up',
        () => {
          const context = ua.request(dice.pick(['INVITE', 'FOO']), dice.pick(TARGETS));
          if (dice.chance(50)) context.cancel();
          return context.response;
        },
      ],
      [
        'subscribe',
        () => {
          const subscriber = ua.subscribe(dice.pick(TARGETS), 'presence');
          if (dice.chance(50)) this.#promises.call('unsubscribe', () => subscriber.unsubscribe());
          return subscriber.response;
        },
      ],
      [
        'publish',
        () => {
          const publisher = ua.publish(dice.pick(TARGETS), 'presence', 'x', { retry: dice.chance(50) });
          if (dice.chance(50)) return publisher.unpublish();
          return publisher.publish('y');
        },
      ],
      [
        'lose the microphone',
        () => {
          media.failNext(dice.pick(['getDescription', 'setDescription']), new MediaError('MEDIA_DENIED', 'No.'));
        },
      ],
    ];
    const [act, perform] = dice.pick(acts) ?? ['', () => undefined];
    this.#promises.call(`${name} ${act}`, perform);
    return `${name} ${act}`;
  }

  #fault(): string {
    const dice = this.#dice;
    const { network } = this.box;
    const user = dice.pick(['alice', 'bob', 'carol']);
    const matcher = dice.pick(FAULTY);
    const limits = { times: 1 + dice.below(3) };
    const faults: readonly (readonly [string, () => unknown])[] = [
      [`close ${user}`, () => network.closeSockets({ user, clean: dice.chance(50) })],
      [`freeze ${user}`, () => network.freeze({ user })],
      [`thaw ${user}`, () => network.thaw({ user })],
      ['down', () => network.down()],
      ['up', () => network.up()],
      ['up', () => network.up()],
      [`drop ${matcher}`, () => network.faults.drop(matcher, limits)],
      [`delay ${matcher}`, () => network.faults.delay(matcher, dice.pick([10, 700, 5000]), limits)],
      [`duplicate ${matcher}`, () => network.faults.duplicate(matcher, { ...limits, ms: dice.pick([0, 300]) })],
      ['refuse connections', () => (network.faults.connections = dice.pick(['accept', 'refuse', 'hang']))],
      ['heal', () => this.#heal()],
    ];
    const [fault, perform] = dice.pick(faults) ?? ['', () => undefined];
    perform();
    return fault;
  }

  #heal(): void {
    const { network } = this.box;
    network.faults.clear();
    network.thaw();
    network.up();
  }

  async #end(): Promise<readonly string[]> {
    const wrong: string[] = [];
    this.#wild = false;
    this.#heal();
    this.#peer.behave();
    this.log.push(`${this.#time()} peace`);
    // Longer than anything that is under way may take: a re-INVITE whose answer was lost, and 64*T1.
    await this.box.run(250_000);
    for (const { name, session } of this.#watched) {
      const { state, phase } = session;
      // Whoever is called may let it ring for ever, and its last word may have been lost.
      const rings = session.direction === 'outgoing' && state === 'Establishing';
      if (state !== 'Terminated' && !rings && (state !== 'Established' || phase === 'reconnecting'))
        wrong.push(`${name}: a session ${session.direction} is still ${state} (${phase})`);
      else if (state === 'Established' && session.context.negotiation.floor !== 'idle')
        wrong.push(`${name}: the floor of a session is ${session.context.negotiation.floor}`);
      if (session.state !== 'Terminated') this.#promises.call(`${name} hangs up`, () => session.terminate());
    }
    await this.box.run(70_000);
    for (const { name, ua, media } of this.#phones) {
      const snapshot = ua.getSnapshot();
      if (ua.sessions.size > 0) wrong.push(`${name}: sessions are left`);
      // The last ones stay to be seen until something else changes.
      if (snapshot.sessions.some(({ phase }) => phase !== 'ended'))
        wrong.push(`${name}: the snapshot shows live sessions`);
      if (media.open() > 0 || media.tracks() > 0) wrong.push(`${name}: media are left`);
      if ((snapshot.registration.status === 'registered') !== ua.isRegistered())
        wrong.push(`${name}: says ${snapshot.registration.status}`);
      if ((snapshot.status === 'connected') !== ua.isConnected()) wrong.push(`${name}: says ${snapshot.status}`);
      this.#promises.call(`${name} leaves`, () => ua.userAgent.subscriptions.end());
    }
    await this.box.run(70_000);
    for (const phone of this.#phones) {
      const { dialogs } = phone.ua.userAgent.core;
      if (dialogs.size > 0) wrong.push(`${phone.name}: dialogs are left`);
      const after = listeners(phone);
      if (after !== phone.baseline) wrong.push(`${phone.name}: listeners were ${phone.baseline}, are ${after}`);
    }
    for (const { name, session, terminated, ended } of this.#watched) {
      if (terminated !== 1 || ended !== 1)
        wrong.push(`${name}: a session ${session.direction} told its end ${terminated} and ${ended} times`);
      if (session.cause === null) wrong.push(`${name}: a session ended without a cause`);
    }
    await this.box.close();
    await this.box.run(0);
    const left = Object.entries(this.box.leaks()).filter(([, count]) => count > 0);
    if (left.length > 0) wrong.push(`left: ${JSON.stringify(left)}`);
    wrong.push(...this.#promises.open.map((act) => `has not settled: ${act}`));
    wrong.push(...this.#promises.surprises, ...this.box.errors.map((line) => `logged: ${line}`));
    return wrong;
  }

  #phone(): Phone & { readonly name: string } {
    const phone = this.#dice.pick(this.#phones);
    if (phone === undefined) throw new Error('there is no phone');
    return phone;
  }

  #time(): string {
    return ((this.box.clock.now() - Date.UTC(2026, 0, 1)) / 1000).toFixed(3).padStart(9);
  }
}

/** How many listeners the lasting parts of a phone have, as far as they can be counted. */
function listeners({ ua }: Phone): string {
  const { transport, userAgent, registerer } = ua;
  return `${transport.events.count()} ${userAgent.events.count()} ${registerer.events.count()}`;
}
