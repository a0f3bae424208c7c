import {
  browserPlatform,
  createWebRtcMedia,
  DeviceManager,
  type DevicesSnapshot,
  type DtmfOptions,
  Invitation,
  QualityMonitor,
  type Session,
  type SessionDescriptionHandlerOptions,
  type SessionSnapshot,
  type StatisticsSnapshot,
  statisticsOf,
  UA,
  type UAConfiguration,
  type UASnapshot,
  type WebRtcPlatform,
  WebRtcSessionDescriptionHandler,
} from '@hookswitch/sip-core';
import { createToneMicrophone, type MeasuredTone, measureTone } from '@hookswitch/sip-core/testing';
import { SilenceWatch } from './silence-watch.ts';

/** What a test sets a phone up with; everything can be sent to a page. */
export interface PhoneSettings extends Omit<
  UAConfiguration,
  'platform' | 'transport' | 'credentials' | 'sessionDescriptionHandlerFactory' | 'uri' | 'registrarServer'
> {
  readonly uri: string;
  /** Hertz of what the microphone hears; `null` for what the browser itself has for one. */
  readonly tone: number | null;
  /** Use relayed candidates only, of this TURN server. */
  readonly relay?: RTCIceServer;
}

/** How a call is placed. */
export interface DialOptions {
  readonly rel100?: 'none' | 'supported' | 'required';
  /** Whether to show a picture, too; default false. */
  readonly video?: boolean;
}

/** Something that happened, with what can be sent from the page of it. */
export interface PhoneEvent {
  readonly name: string;
  /** Position of the call, where it is about one. */
  readonly call?: number;
  /** A status code, a cause, a tone... */
  readonly detail?: string | number | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Sound that came in and went out so far. */
export interface SoundCount {
  readonly received: number;
  readonly sent: number;
  /** Energy of what was received, as WebRTC counts it. */
  readonly energy: number;
}

/** Pictures that came in and went out so far. */
export interface PictureCount {
  readonly decoded: number;
  readonly sent: number;
}

/** The phone of a test's page: a UA, and every call it has had, by position. */
export class InteropPhone {
  readonly events: PhoneEvent[] = [];
  readonly #calls: Session[] = [];
  #ua: UA | undefined;
  #silence: SilenceWatch | undefined;

  /** Makes the UA and starts it; the promise settles as that of `start()`. */
  start({ tone, relay, ...configuration }: PhoneSettings): Promise<void> {
    const platform = browserPlatform();
    const { webrtc } = platform;
    if (webrtc === undefined) throw new Error('There is no WebRTC here.');
    const ua = new UA({
      ...configuration,
      ...(relay !== undefined && {
        sessionDescriptionHandlerFactory: createWebRtcMedia({
          peerConnectionConfiguration: { iceServers: [relay], iceTransportPolicy: 'relay' },
        }),
      }),
      platform: {
        ...platform,
        webrtc: tone === null ? webrtc : { ...webrtc, getUserMedia: (wanted) => capture(webrtc, tone, wanted) },
      },
    });
    this.#ua = ua;
    this.#watch(ua);
    return ua.start();
  }

  async stop(): Promise<void> {
    await this.ua.stop();
  }

  get ua(): UA {
    if (this.#ua === undefined) throw new Error('The phone was not started.');
    return this.#ua;
  }

  snapshot(): UASnapshot {
    return this.ua.getSnapshot();
  }

  /** The call at a position, ended or not. */
  call(index: number): SessionSnapshot | undefined {
    return this.#calls[index]?.getSnapshot();
  }

  /** Places a call; returns its position. */
  dial(target: string, { video, ...options }: DialOptions = {}): number {
    this.#note('dial', this.#calls.length);
    this.ua.invite(target, { ...options, ...picture(video) });
    return this.#calls.length - 1;
  }

  async answer(index: number, video?: boolean): Promise<void> {
    const session = this.session(index);
    if (!(session instanceof Invitation)) throw new Error('It is no incoming call.');
    await session.accept(picture(video));
  }

  async hangUp(index: number): Promise<void> {
    await this.session(index).terminate();
  }

  async hold(index: number): Promise<void> {
    await this.session(index).hold();
  }

  async unhold(index: number): Promise<void> {
    await this.session(index).unhold();
  }

  async dtmf(index: number, tones: string, options: DtmfOptions): Promise<void> {
    await this.session(index).dtmf(tones, options);
  }

  /** Transfers a call to an address, or to the far end of another call. */
  async transfer(index: number, target: string | number): Promise<void> {
    await this.session(index).refer(typeof target === 'number' ? this.session(target) : target);
  }

  /** Sends a text; resolves with the status of its answer. */
  async message(target: string, text: string): Promise<number> {
    const response = await this.ua.message(target, text);
    return response.statusCode;
  }

  /** Follows a state; each NOTIFY becomes an event with its body. */
  follow(target: string, event: string): void {
    const subscription = this.ua.subscribe(target, event);
    subscription.on('notify', ({ body }) => this.#note(`notify ${event}`, undefined, body));
    subscription.on('failed', (response, cause) => {
      this.#note(`failed ${event}`, undefined, response?.statusCode ?? cause);
    });
  }

  /** Publishes a state. */
  publish(target: string, event: string, body: string, contentType: string): void {
    this.ua.publish(target, event, body, { contentType });
  }

  /** Asks for the devices; moves an element to the last output, and says which the browser says it plays on then. */
  async moveOutput(): Promise<{ readonly devices: DevicesSnapshot; readonly sinkId: string }> {
    const manager = new DeviceManager(browserPlatform(), { storage: null });
    const element = new Audio();
    manager.attach(element, 'output');
    const { outputs } = await manager.request();
    const moved = new Promise<void>((resolve) => {
      const set = element.setSinkId.bind(element);
      element.setSinkId = (id) => set(id).finally(resolve);
    });
    manager.choose('output', outputs.at(-1)?.id ?? null);
    await moved;
    return { devices: manager.getSnapshot(), sinkId: element.sinkId };
  }

  /** What the far end sounds like. */
  async hear(index: number, seconds: number): Promise<MeasuredTone> {
    const stream = this.#media(index)?.remoteMediaStream;
    return stream === undefined || stream.getAudioTracks().length === 0
      ? { frequency: 0, level: 0 }
      : measureTone(stream, { seconds });
  }

  async sound(index: number): Promise<SoundCount> {
    let [received, sent, energy] = [0, 0, 0];
    const stats: RTCStatsReport | undefined = await this.#media(index)?.peerConnection.getStats();
    for (const entry of stats?.values() ?? []) {
      const {
        type,
        packetsReceived = 0,
        packetsSent = 0,
        totalAudioEnergy = 0,
      } = entry as RTCInboundRtpStreamStats & RTCOutboundRtpStreamStats;
      if (type === 'inbound-rtp') received += packetsReceived;
      if (type === 'inbound-rtp') energy += totalAudioEnergy;
      if (type === 'outbound-rtp') sent += packetsSent;
    }
    return { received, sent, energy };
  }

  async pictures(index: number): Promise<PictureCount> {
    let [decoded, sent] = [0, 0];
    const stats: RTCStatsReport | undefined = await this.#media(index)?.peerConnection.getStats();
    for (const entry of stats?.values() ?? []) {
      const { framesDecoded = 0, framesSent = 0 } = entry as RTCInboundRtpStreamStats & RTCOutboundRtpStreamStats;
      decoded += framesDecoded;
      sent += framesSent;
    }
    return { decoded, sent };
  }

  /** The kinds of the candidates that the media flow between, such as `relay`. */
  async candidateKinds(index: number): Promise<readonly string[]> {
    const stats: RTCStatsReport | undefined = await this.#media(index)?.peerConnection.getStats();
    const entries = [...(stats?.values() ?? [])] as (RTCStats & Record<string, unknown>)[];
    const pair = entries.find(({ type, nominated, state }) => {
      return type === 'candidate-pair' && nominated === true && state === 'succeeded';
    });
    return [pair?.['localCandidateId'], pair?.['remoteCandidateId']].map((id) => {
      return String(entries.find((entry) => entry.id === id)?.['candidateType']);
    });
  }

  /** Has each warning of a call's quality become an event, raised and cleared. */
  watchQuality(index: number): void {
    const session = this.session(index);
    const monitor = new QualityMonitor(session, this.ua.userAgent.platform);
    for (const name of ['raised', 'cleared'] as const) {
      monitor.on(name, ({ code, value }) => {
        this.#note(`${name} ${code}`, index, value);
      });
    }
  }

  /** What was measured last; nothing before {@link watchQuality}. */
  statistics(index: number): StatisticsSnapshot | null {
    return statisticsOf(this.session(index), this.ua.userAgent.platform).getSnapshot();
  }

  /** From now on another tone is said than that of the microphone. */
  async say(index: number, tone: number): Promise<void> {
    await this.#media(index)?.sendMix(createToneMicrophone(tone).stream.getAudioTracks()[0]);
  }

  /** Starts to measure how long nothing is received. */
  watchSilence(index: number): void {
    this.#silence?.stop();
    this.#silence = new SilenceWatch(async () => (await this.sound(index)).received);
  }

  /** Milliseconds of the longest silence since {@link watchSilence}. */
  longestSilence(): number {
    return this.#silence?.longest ?? Number.NaN;
  }

  session(index: number): Session {
    const session = this.#calls[index];
    if (session === undefined) throw new Error(`There is no call ${index}.`);
    return session;
  }

  #media(index: number): WebRtcSessionDescriptionHandler | undefined {
    const handler = this.#calls[index]?.sessionDescriptionHandler;
    return handler instanceof WebRtcSessionDescriptionHandler ? handler : undefined;
  }

  #note(name: string, call?: number, detail?: string | number | null): void {
    this.events.push({
      name,
      at: Date.now(),
      ...(call !== undefined && { call }),
      ...(detail !== undefined && { detail }),
    });
  }

  #watch(ua: UA): void {
    ua.on('connected', () => this.#note('connected'));
    ua.on('disconnected', () => this.#note('disconnected'));
    ua.on('registered', (response) => this.#note('registered', undefined, response.statusCode));
    ua.on('unregistered', (_response, cause) => this.#note('unregistered', undefined, cause));
    ua.on('registrationFailed', (response, cause) => {
      this.#note('registrationFailed', undefined, response?.statusCode ?? cause);
    });
    ua.on('message', (message) => this.#note('message', undefined, message.body));
    ua.userAgent.events.on('session', (session) => this.#watchCall(session));
  }

  #watchCall(session: Session): void {
    const index = this.#calls.push(session) - 1;
    session.on('progress', (response) => this.#note('progress', index, response?.statusCode));
    session.on('accepted', () => this.#note('accepted', index));
    session.on('reinvite', () => this.#note('reinvite', index));
    session.on('bye', () => this.#note('bye', index));
    session.on('dtmf', (_request, { tone, via }) => this.#note(`dtmf ${via}`, index, tone));
    session.on('failed', (response, cause) => {
      this.#note('failed', index, response !== null && 'statusCode' in response ? Number(response.statusCode) : cause);
    });
    session.on('terminated', (_message, cause) => this.#note('terminated', index, cause));
    this.#note('call', index, session.direction);
  }
}

/** A tone for a microphone; the picture is the browser's own. */
async function capture(
  webrtc: WebRtcPlatform,
  tone: number,
  { audio, video }: MediaStreamConstraints,
): Promise<MediaStream> {
  const pictures = video === undefined || video === false ? undefined : await webrtc.getUserMedia({ video });
  const sound = audio === undefined || audio === false ? undefined : createToneMicrophone(tone).stream;
  return new MediaStream([...(sound?.getTracks() ?? []), ...(pictures?.getTracks() ?? [])]);
}

/** The wish for a picture, as the options of a call have it. */
function picture(video: boolean | undefined): { sessionDescriptionHandlerOptions?: SessionDescriptionHandlerOptions } {
  return video === true ? { sessionDescriptionHandlerOptions: { constraints: { audio: true, video: true } } } : {};
}
