import process from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import { MediaStreamTrack, RTCPeerConnection, RTCRtpCodecParameters, RtpHeader, RtpPacket, usePCMU } from 'werift';
import { createNodeRobotMedia } from './node-robot-media.ts';

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A phone that speaks PCMU: what it hears, and a way to say something. */
class Phone {
  readonly connection: RTCPeerConnection;
  readonly heard: Buffer[] = [];
  readonly #out = new MediaStreamTrack({ kind: 'audio' });
  #sequence = 0;

  constructor() {
    const event = new RTCRtpCodecParameters({ mimeType: 'audio/telephone-event', clockRate: 8000, payloadType: 126 });
    this.connection = new RTCPeerConnection({ codecs: { audio: [usePCMU(), event] } });
    const transceiver = this.connection.addTransceiver(this.#out, { direction: 'sendrecv' });
    transceiver.onTrack.subscribe((track) => {
      track.onReceiveRtp.subscribe((packet) => this.heard.push(packet.payload));
    });
    ends.push(() => void this.connection.close());
  }

  async offer(): Promise<string> {
    await this.connection.setLocalDescription(await this.connection.createOffer());
    return this.connection.localDescription?.sdp ?? '';
  }

  async accept(answer: string): Promise<void> {
    await this.connection.setRemoteDescription({ type: 'answer', sdp: answer });
    await until(() => this.connection.connectionState === 'connected');
  }

  say(payload: Buffer, timestamp = this.#sequence * 160): void {
    this.#sequence += 1;
    const header = new RtpHeader({ sequenceNumber: this.#sequence, timestamp, payloadType: 0 });
    this.#out.writeRtp(new RtpPacket(header, payload));
  }

  /** Sends packets with another payload type than the sender's own, as DTMF needs. */
  async tone(event: number): Promise<void> {
    const [sender] = this.connection.getSenders();
    const codec = sender?.codec;
    if (sender === undefined || codec === undefined) throw new Error('not negotiated');
    sender.codec = new RTCRtpCodecParameters({ mimeType: 'audio/telephone-event', clockRate: 8000, payloadType: 126 });
    for (const end of [0, 0x80, 0x80]) {
      this.#sequence += 1;
      const header = new RtpHeader({ sequenceNumber: this.#sequence, timestamp: event * 10_000, payloadType: 126 });
      await sender.sendRtp(new RtpPacket(header, Buffer.from([event, end | 10, 800 >> 8, 800 & 0xff])));
    }
    sender.codec = codec;
  }
}

async function until(condition: () => boolean, limit = 5000): Promise<void> {
  const end = Date.now() + limit;
  while (!condition()) {
    if (Date.now() > end) throw new Error('It did not come to hold.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const udpPorts = (): number => process.getActiveResourcesInfo().filter((name) => name === 'UDPWrap').length;

describe('createNodeRobotMedia', () => {
  it('[APP-01] echoes what it hears, reports tones, falls silent on hold, and frees its ports', async () => {
    const before = udpPorts();
    const media = createNodeRobotMedia('echo');
    ends.push(() => media.close());
    const digits: string[] = [];
    media.onDigit = (digit, duration) => digits.push(`${digit} ${String(duration)}`);
    const phone = new Phone();
    const offer = await phone.offer();
    await phone.accept(await media.answer(offer));
    await until(() => {
      phone.say(Buffer.alloc(160, 0x2a));
      return phone.heard.some((payload) => payload[0] === 0x2a);
    });
    await phone.tone(5);
    await phone.tone(11);
    await until(() => digits.length === 2);
    expect(digits).toEqual(['5 100', '# 100']);

    const held = await media.answer(offer.replace('a=sendrecv', 'a=sendonly'));
    expect(held).toContain('a=recvonly');
    await new Promise((resolve) => setTimeout(resolve, 50));
    phone.heard.length = 0;
    for (let packet = 0; packet < 5; packet += 1) phone.say(Buffer.alloc(160, 0x2b));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(phone.heard).toEqual([]);

    media.close();
    media.close();
    await phone.connection.close();
    await until(() => udpPorts() === before);
  });

  it('[APP-01] plays a tone of 440 Hz in PCMU, also when it makes the offer itself', async () => {
    const media = createNodeRobotMedia('tone');
    ends.push(() => media.close());
    const offer = await media.offer();
    expect(/^m=audio .*/m.exec(offer)?.[0]).toMatch(/SAVPF 0 \d+ \d+$/);
    const phone = new Phone();
    await phone.connection.setRemoteDescription({ type: 'offer', sdp: offer });
    await phone.connection.setLocalDescription(await phone.connection.createAnswer());
    await media.accept(phone.connection.localDescription?.sdp ?? '');
    await until(() => phone.heard.length >= 10);
    const samples = Buffer.concat(phone.heard.slice(0, 10));
    // The sign changes twice in each period.
    let crossings = 0;
    for (let at = 1; at < samples.length; at += 1) {
      if (((samples[at - 1] ?? 0) & 0x80) !== ((samples[at] ?? 0) & 0x80)) crossings += 1;
    }
    expect(crossings / 2 / (samples.length / 8000)).toBeCloseTo(440, -1);
  });

  it('[APP-01] refuses an offer it has no codec for', async () => {
    const media = createNodeRobotMedia('tone');
    ends.push(() => media.close());
    const offer = await new Phone().offer();
    await expect(media.answer(offer.replace(/PCMU/g, 'XYZ').replace(/telephone-event/g, 'zyx'))).rejects.toThrow();
  });
});
