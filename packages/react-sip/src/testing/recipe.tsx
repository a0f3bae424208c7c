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
export function recipe(
  Shown: () => ReactNode,
  text: string | RegExp,
  prepare?: (scene: RecipeScene) => unknown,
): Recipe {
  return {
    loaders: [
      async () => {
        const phones = new BrowserPhones();
        const [alice, bob] = await Promise.all([phones.phone('alice'), phones.phone('bob')]);
        const scene = { phones, alice, bob };
        await prepare?.(scene);
        return { scene };
      },
    ],
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

/** Ends what the loader began; for `beforeEach` of a meta, which runs after it. */
export function closingScene({ loaded }: Pick<RecipeContext, 'loaded'>): () => Promise<void> {
  return () => sceneIn(loaded).phones.close();
}

function sceneIn(loaded: Readonly<Record<string, unknown>>): RecipeScene {
  const scene = loaded['scene'] as RecipeScene | undefined;
  if (scene === undefined) throw new Error('This story has no scene; make it with recipe().');
  return scene;
}
