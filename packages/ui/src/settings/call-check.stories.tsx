import type { PreCallTestResult, PreCallTestSnapshot } from '@hookswitch/sip-core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { LabelsProvider } from '../labels/labels-provider.tsx';
import { inFrame } from '../testing/frame.tsx';
import { allLanguages } from '../testing/languages.ts';
import { CallCheckView } from './call-check-view.tsx';

const good: PreCallTestResult = {
  ...{ level: 'good', mos: 4.4, loss: 0, jitter: 3, roundTripTime: 38, codec: 'opus', microphone: 0.2 },
  ...{ candidates: ['host', 'srflx', 'relay'], relay: 'reached', local: false },
  path: { local: 'relay', remote: 'relay', protocol: 'udp', relayed: true },
};
const idle: PreCallTestSnapshot = { status: 'idle', step: null, result: null, error: null };
const running = (step: PreCallTestSnapshot['step']): PreCallTestSnapshot => ({ ...idle, status: 'running', step });
const done = (changes: Partial<PreCallTestResult> = {}): PreCallTestSnapshot => ({
  ...{ ...idle, status: 'done' },
  result: { ...good, ...changes },
});
const poor = done({
  candidates: ['host', 'srflx'],
  level: 'poor',
  mos: 2.6,
  loss: 0.11,
  jitter: 64,
  roundTripTime: 410,
  relay: 'unreachable',
});

const meta = {
  component: CallCheckView,
  args: { test: idle, onRun: fn(), onStop: fn() },
  decorators: [
    (Story) => (
      <div className="hs-root" style={{ padding: 16 }}>
        <Story />
      </div>
    ),
    inFrame(),
  ],
} satisfies Meta<typeof CallCheckView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Idle: Story = {};
export const OpeningMicrophone: Story = { args: { test: running('microphone') } };
export const Connecting: Story = { args: { test: running('connecting') } };
export const Measuring: Story = { args: { test: running('measuring') } };
export const Good: Story = { args: { test: done() } };
export const OnlyLocal: Story = { args: { test: done({ candidates: ['host'], relay: 'none', local: true }) } };
export const Fair: Story = { args: { test: done({ level: 'fair', mos: 3.9, loss: 0.02 }) } };
export const Poor: Story = { args: { test: poor } };
export const SilentMicrophone: Story = { args: { test: done({ microphone: 0 }) } };
export const NoWay: Story = {
  args: {
    test: done({
      ...{ level: 'poor', mos: null, loss: null, jitter: null, roundTripTime: null, codec: null },
      ...{ microphone: null, candidates: [], relay: 'unreachable', path: null },
    }),
  },
};
export const Blocked: Story = {
  args: {
    test: {
      ...idle,
      status: 'failed',
      error: { code: 'MEDIA_DENIED', message: '', statusCode: null, retryable: false },
    },
  },
};
export const Dark: Story = { args: { test: poor }, parameters: { frame: { theme: 'dark' } } };
export const Arabic: Story = {
  args: { test: poor },
  decorators: [
    (Story) => (
      <LabelsProvider labels={allLanguages['ar']}>
        <Story />
      </LabelsProvider>
    ),
  ],
  parameters: { frame: { dir: 'rtl' } },
};
