import type { Session } from '@hookswitch/sip-core';
import { type BrowserPhone, BrowserPhones } from '@hookswitch/sip-core/testing';
import type { ReactNode } from 'react';
import { SipProvider } from '../provider/sip-provider.tsx';

/** Who is there in a recipe: we are Alice. */
export interface RecipeScene {
  readonly phones: BrowserPhones;
  readonly alice: BrowserPhone;
  readonly bob: BrowserPhone;
}

/** A story of a hook: a small component that uses it, over a real user agent. */
export interface Recipe {
  readonly loaders: readonly (() => Promise<{ readonly scene: RecipeScene }>)[];
  readonly render: (args: object, context: { readonly loaded: Readonly<Record<string, unknown>> }) => ReactNode;
  readonly play: (context: RecipeContext) => Promise<void>;
}

/** The parts of a story's context that are used here. */
export interface RecipeContext {
  readonly loaded: Readonly<Record<string, unknown>>;
  readonly canvas: { findByText(text: string | RegExp, options?: object, wait?: object): Promise<HTMLElement> };
}

/** What happens before a recipe is shown. */
export type Preparation = (scene: RecipeScene) => unknown;

/** An answered call with Bob. */
export async function talking({ phones, alice, bob }: RecipeScene): Promise<Session> {
  return (await phones.call(alice, bob)).caller;
}

/** Bob calls us. */
export function ringing({ bob, phones }: RecipeScene): Session {
  return bob.ua.invite(phones.network.uri('alice'));
}

/**
 * Makes the story of a hook.
 *
 * @param Shown - what uses it
 * @param text - what it says in the end
 * @param prepare - what happens before it is shown, such as a call
 */
export function recipe(Shown: () => ReactNode, text: string | RegExp, prepare?: Preparation): Recipe {
  return {
    loaders: [async () => ({ scene: await sceneAfter(prepare) })],
    render: (_args, { loaded }) => (
      <SipProvider ua={sceneIn(loaded).alice.ua} stopOnUnmount="never">
        <Shown />
      </SipProvider>
    ),
    play: async ({ canvas }) => {
      await canvas.findByText(text, {}, { timeout: 6000 });
    },
  };
}

interface Prepared {
  readonly scene: RecipeScene;
  /** How its calls were then. */
  readonly calls: string;
}

const prepared = new Map<Preparation | undefined, Prepared>();

/** The scene of an earlier recipe, where it began in the same way and nobody did anything to it; a new one else. */
async function sceneAfter(prepare: Preparation | undefined): Promise<RecipeScene> {
  const known = prepared.get(prepare);
  if (known !== undefined) {
    if (callsIn(known.scene) === known.calls) return known.scene;
    prepared.delete(prepare);
    await known.scene.phones.close();
  }
  const phones = new BrowserPhones();
  const [alice, bob] = await Promise.all([phones.phone('alice'), phones.phone('bob')]);
  const scene = { phones, alice, bob };
  await prepare?.(scene);
  prepared.set(prepare, { scene, calls: callsIn(scene) });
  return scene;
}

function callsIn({ alice }: RecipeScene): string {
  const { status, registration, sessions } = alice.ua.getSnapshot();
  return JSON.stringify([
    ...[status, registration.status],
    ...sessions.map(({ id, phase, hold, muted, media }) => [id, phase, hold, muted, media]),
  ]);
}

function sceneIn(loaded: Readonly<Record<string, unknown>>): RecipeScene {
  const scene = loaded['scene'] as RecipeScene | undefined;
  if (scene === undefined) throw new Error('This story has no scene; make it with recipe().');
  return scene;
}
