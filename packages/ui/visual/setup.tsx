import '../src/styles.css';
import './still.css';
import { setProjectAnnotations } from '@storybook/react-vite';
import { vi } from 'vitest';
import { LabelsProvider } from '../src/labels/labels-provider.tsx';
import { allLanguages } from '../src/testing/languages.ts';

// Before the stories are loaded: some of them begin their calls there.
vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 2, 11, 14, 30) });

setProjectAnnotations([
  {
    decorators: [
      (Story) => {
        const labels = allLanguages[document.documentElement.lang];
        return (
          <div dir={labels?.language.direction}>
            <LabelsProvider labels={labels}>
              <Story />
            </LabelsProvider>
          </div>
        );
      },
    ],
  },
]);
