import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { fn } from 'storybook/test';
import { inFrame } from '../testing/frame.tsx';
import { PauseRecordingButtonView } from './pause-recording-button.tsx';
import { RecordButtonView } from './record-button.tsx';
import { RecordingSignView, type RecordingSignViewProps } from './recording-sign.tsx';
import { SavedRecordingsView } from './saved-recordings.tsx';

interface RecordingProps extends Pick<RecordingSignViewProps, 'state' | 'failed'> {
  readonly files?: readonly File[];
  readonly onPress: () => void;
}

/** The parts of a recording, as they stand in a call and after it. */
function Parts({ state, failed = false, files = [], onPress }: RecordingProps): ReactElement {
  const on = state === 'recording' || state === 'paused';
  return (
    <div style={{ display: 'grid', justifyItems: 'start', gap: 16, padding: 16 }}>
      <span className="hs-root">
        <RecordingSignView state={state} failed={failed} />
        {on && <PauseRecordingButtonView paused={state === 'paused'} onPress={onPress} />}
      </span>
      <span className="hs-root">
        <RecordButtonView on={on} busy={state === 'asking'} onPress={onPress} />
      </span>
      <SavedRecordingsView files={files} onSave={onPress} onDiscard={onPress} />
    </div>
  );
}

const meta = {
  title: 'recording/parts',
  component: Parts,
  args: { state: 'recording', onPress: fn() },
  decorators: [inFrame()],
} satisfies Meta<typeof Parts>;

export default meta;
type Story = StoryObj<typeof meta>;

const file = new File(['sound'], 'call-1002-2026-03-07-0905.webm', { type: 'audio/webm' });

export const Recording: Story = {};
export const Paused: Story = { args: { state: 'paused' } };
export const Asking: Story = { args: { state: 'asking' } };
export const Failed: Story = { args: { state: 'idle', failed: true } };
export const Saved: Story = { args: { state: 'idle', files: [file] } };
export const SavedTwice: Story = { args: { state: 'idle', files: [file, file] } };
export const Dark: Story = { args: { files: [file] }, parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = { args: { files: [file] }, parameters: { frame: { dir: 'rtl' } } };
