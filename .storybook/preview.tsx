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
});
