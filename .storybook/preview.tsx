import '@hookswitch/ui/styles.css';

import addonA11y from '@storybook/addon-a11y';
import addonDocs from '@storybook/addon-docs';
import { LabelsProvider } from '@hookswitch/ui';
import { definePreview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { allLanguages } from '../packages/ui/src/testing/languages.ts';
import { useSpokenLanguage } from './spoken-language.ts';

// Real calls on a busy machine take longer than a second.
configure({ asyncUtilTimeout: 5000 });

interface Globals {
  readonly theme: string;
  readonly language: string;
  readonly direction: 'language' | 'ltr' | 'rtl';
}

export default definePreview({
  addons: [addonDocs(), addonA11y()],
  tags: ['autodocs'],
  parameters: {
    layout: 'centered',
    // A violation fails the story's test; switch a rule off only in a story and say why.
    a11y: { test: 'error' },
  },
  globalTypes: {
    theme: {
      description: 'Colours',
      toolbar: { title: 'Theme', icon: 'contrast', items: ['system', 'light', 'dark'], dynamicTitle: true },
    },
    language: {
      description: 'Language of the labels',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'de', title: 'Deutsch' },
          { value: 'fr', title: 'Français' },
          { value: 'es', title: 'Español' },
          { value: 'pt', title: 'Português' },
          { value: 'ja', title: '日本語' },
          { value: 'ar', title: 'العربية' },
          { value: 'pseudo', title: 'Pseudo-locale' },
        ],
      },
    },
    direction: {
      description: 'Writing direction of the page',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [{ value: 'language', title: 'As the language' }, 'ltr', 'rtl'],
      },
    },
  },
  initialGlobals: { theme: 'system', language: 'en', direction: 'language' },
  decorators: [
    function InLook(Story, { globals }) {
      const { theme, language, direction } = globals as unknown as Globals;
      const labels = allLanguages[useSpokenLanguage() ?? language];
      return (
        <div
          dir={direction === 'language' ? labels?.language.direction : direction}
          data-hs-theme={theme === 'system' ? undefined : theme}
        >
          <LabelsProvider labels={labels}>
            <Story />
          </LabelsProvider>
        </div>
      );
    },
  ],
});
