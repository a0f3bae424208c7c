import type { ReactElement } from 'react';
import { LabelsProvider } from '../labels/labels-provider.tsx';
import { allLanguages } from './languages.ts';

/** A decorator that gives a story the words of a language, such as `ar`, or of the pseudo-locale. */
export function inLanguage(tag: string): (Story: () => ReactElement) => ReactElement {
  return function InLanguage(Story) {
    return (
      <LabelsProvider labels={allLanguages[tag]}>
        <Story />
      </LabelsProvider>
    );
  };
}
