import { SipProvider } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { PhoneScene, type PhoneSceneOptions } from './phone-scene.ts';
import { loadParts } from './load-parts.ts';

/** What happens before a story is shown. */
export type Prepare = (scene: PhoneScene) => Promise<unknown>;

/** The parts of a story's context that are used here. */
export interface StoryContext {
  readonly loaded: Readonly<Record<string, unknown>>;
}

/** What {@link realPhone} has for a meta. */
export interface RealPhone {
  readonly loaders: ((context: { readonly parameters: Readonly<Record<string, unknown>> }) => Promise<object>)[];
  readonly beforeEach: (context: StoryContext) => () => Promise<void>;
  readonly decorator: (Story: () => ReactElement, context: StoryContext) => ReactElement;
}

/**
 * For the meta of a file of connected stories: each gets a network of its own with real user agents on it, prepared as
 * its `parameters.prepare` says, and a `SipProvider` around it. Sound is a tone, so no microphone is asked for.
 */
export const realPhone: RealPhone = {
  loaders: [
    async ({ parameters }) => {
      // As in a page that has been open for a while.
      await loadParts();
      const scene = new PhoneScene(parameters['scene'] as PhoneSceneOptions | undefined);
      await scene.start();
      await (parameters['prepare'] as Prepare | undefined)?.(scene);
      return { scene };
    },
  ],
  beforeEach: (context) => {
    // The scene is opened by the loader, which runs before this.
    return () => sceneOf(context).close();
  },
  decorator: (Story, context) => (
    <SipProvider ua={sceneOf(context).ua}>
      <Story />
    </SipProvider>
  ),
};

/** The scene of a story, for its `play`. */
export function sceneOf({ loaded }: StoryContext): PhoneScene {
  const scene = loaded['scene'];
  if (!(scene instanceof PhoneScene)) throw new Error('This story has no phone; spread realPhone into its meta.');
  return scene;
}

/** Parameters of a story that begins with something having happened. */
export function prepared(prepare: Prepare, scene?: PhoneSceneOptions): Readonly<Record<string, unknown>> {
  return { prepare, scene };
}
