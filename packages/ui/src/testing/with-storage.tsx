import { createPhoneStorage, type PhoneStorage, PhoneStorageProvider } from '@hookswitch/react-sip/storage';
import type { ReactElement } from 'react';
import type { StoryContext } from './with-phone.tsx';

/** Fills the storage of a story before it is shown. */
export type Fill = (storage: PhoneStorage) => Promise<unknown>;

/** What {@link storyStorage} has for a meta. */
export interface StoryStorage {
  readonly loaders: ((context: { readonly parameters: Readonly<Record<string, unknown>> }) => Promise<object>)[];
  readonly decorator: (Story: () => ReactElement, context: StoryContext) => ReactElement;
}

let stories = 0;

/** A storage for each story, filled as its `parameters.fill` says, and a provider of it around the story. */
export const storyStorage: StoryStorage = {
  loaders: [
    async ({ parameters }) => {
      stories += 1;
      const storage = createPhoneStorage({ name: `story-${stories}-${Math.random()}` });
      await (parameters['fill'] as Fill | undefined)?.(storage);
      return { storage };
    },
  ],
  decorator: (Story, { loaded }) => (
    <PhoneStorageProvider storage={loaded['storage'] as PhoneStorage}>
      <Story />
    </PhoneStorageProvider>
  ),
};
