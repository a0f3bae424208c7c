import '@hookswitch/ui/styles.css';

import addonA11y from '@storybook/addon-a11y';
import addonDocs from '@storybook/addon-docs';
import { definePreview } from '@storybook/react-vite';

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
    direction: {
      description: 'Writing direction',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'system', direction: 'ltr' },
  decorators: [
    (Story, { globals }) => {
      const { theme, direction } = globals as { readonly theme: string; readonly direction: 'ltr' | 'rtl' };
      return (
        <div dir={direction} data-hs-theme={theme === 'system' ? undefined : theme}>
          <Story />
        </div>
      );
    },
  ],
});
