import type { Invitation, Inviter, InviterOptions, Session, UA, UAConfiguration } from '@hookswitch/sip-core';
import { afterEach, beforeEach } from 'vitest';
import { FakeLine } from './fake-line.ts';

/** A call, as its two ends have it. */
export interface SceneCall<Here extends Session = Session, There extends Session = Session> {
  /** The id of Alice's end. */
  readonly id: string;
  /** Alice's end. */
  readonly here: Here;
  /** Bob's. */
  readonly there: There;
}

/** What a phone on a line is made from. */
export type SceneChanges = (line: FakeLine) => UAConfiguration;

/** Alice's phone, which is under test, and Bob's, who calls her and is called: both registered on one line. Bob follows transfers. */
export class CallScene {
  readonly line: FakeLine = new FakeLine();
  readonly alice: UA;
  readonly bob: UA = this.line.ua('bob', { autoFollowRefer: true });

  /** @param changes - what Alice's phone is made from beyond the usual */
  constructor(changes: SceneChanges = () => ({})) {
    this.alice = this.line.ua('alice', changes(this.line));
  }

  /** A fresh one for each test of the file. */
  static each(changes?: SceneChanges): () => CallScene {
    let scene: CallScene | undefined;
    beforeEach(async () => {
      scene = await CallScene.open(changes);
    });
    afterEach(() => {
      scene?.close();
    });
    return () => {
      if (scene === undefined) throw new Error('A scene is there in tests only.');
      return scene;
    };
  }

  static async open(changes?: SceneChanges): Promise<CallScene> {
    const scene = new CallScene(changes);
    for (const ua of [scene.alice, scene.bob]) void ua.start();
    await scene.line.pass(0);
    return scene;
  }

  /** Bob calls, and Alice's phone rings. */
  async ringing(options?: InviterOptions): Promise<SceneCall<Invitation, Inviter>> {
    const came = nextCall(this.alice);
    const there = this.bob.invite('alice', options);
    await this.line.pass(0);
    const here = came();
    return { id: here.id, here, there };
  }

  /** Alice calls, and Bob's phone rings. */
  async dialing(): Promise<SceneCall<Inviter, Invitation>> {
    const came = nextCall(this.bob);
    const here = this.alice.invite('bob');
    await this.line.pass(0);
    return { id: here.id, here, there: came() };
  }

  /** Bob called, and Alice talks with him. */
  async talking(options?: InviterOptions): Promise<SceneCall<Invitation, Inviter>> {
    const call = await this.ringing(options);
    void call.here.accept();
    await this.line.pass(0);
    return call;
  }

  close(): void {
    this.line.network.close();
  }
}

/** Gives the next call that comes in, once it has. */
function nextCall(ua: UA): () => Invitation {
  let came: Invitation | undefined;
  ua.once('invite', (session) => (came = session));
  return () => {
    if (came === undefined) throw new Error('No call came in.');
    return came;
  };
}
