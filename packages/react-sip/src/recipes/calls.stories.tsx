import type { Meta } from '@storybook/react-vite';
import { type ReactNode, useRef } from 'react';
import { useAction } from '../hooks/use-action.ts';
import { useAddCall } from '../hooks/use-add-call.ts';
import { useAudioLevel } from '../hooks/use-audio-level.ts';
import { useCallQuality } from '../hooks/use-call-quality.ts';
import { useCallStatistics } from '../hooks/use-call-statistics.ts';
import { useCallTimer } from '../hooks/use-call-timer.ts';
import { useCall } from '../hooks/use-call.ts';
import { useConference } from '../hooks/use-conference.ts';
import { useConsultation } from '../hooks/use-consultation.ts';
import { useDtmf } from '../hooks/use-dtmf.ts';
import { useHold } from '../hooks/use-hold.ts';
import { useIncomingSession } from '../hooks/use-incoming-session.ts';
import { useMediaStream } from '../hooks/use-media-stream.ts';
import { useMute } from '../hooks/use-mute.ts';
import { useRecording } from '../hooks/use-recording.ts';
import { useScreenShare } from '../hooks/use-screen-share.ts';
import { useSessionActions } from '../hooks/use-session-actions.ts';
import { useSessionState } from '../hooks/use-session-state.ts';
import { useSession } from '../hooks/use-session.ts';
import { useSessions } from '../hooks/use-sessions.ts';
import { useSwitchLine } from '../hooks/use-switch-line.ts';
import { useTransfer } from '../hooks/use-transfer.ts';
import { useVideo } from '../hooks/use-video.ts';
import { type Recipe, recipe, ringing, talking } from '../testing/recipe.tsx';

/** The hooks of a call, each over a real one. */
const meta = { title: 'calls' } satisfies Meta;
export default meta;

export const UseAction: Recipe = recipe(
  function Shown() {
    const { run, pending } = useAction(useSessionActions().toggleHold);
    return <button onClick={() => void run()}>{pending ? 'wait' : 'Hold or resume'}</button>;
  },
  'Hold or resume',
  talking,
);

export const UseAddCall: Recipe = recipe(
  function Shown() {
    const { addCall } = useAddCall();
    return <button onClick={() => void addCall('600')}>Call the echo too</button>;
  },
  'Call the echo too',
  talking,
);

export const UseAudioLevel: Recipe = recipe(
  function Shown() {
    const bar = useRef<HTMLParagraphElement>(null);
    useAudioLevel(bar);
    return (
      <p ref={bar} style={{ borderInlineEnd: 'calc(var(--level, 0) * 200px) solid' }}>
        My voice
      </p>
    );
  },
  'My voice',
  talking,
);

export const UseCall: Recipe = recipe(function Shown() {
  const { call, error } = useCall();
  return (
    <button onClick={() => void call('602')}>{error instanceof Error ? error.message : 'Call a busy line'}</button>
  );
}, 'Call a busy line');

export const UseCallQuality: Recipe = recipe(
  function Shown() {
    return <p>Quality {useCallQuality().level}</p>;
  },
  'Quality good',
  talking,
);

export const UseCallStatistics: Recipe = recipe(
  function Shown() {
    return <p>Codec {useCallStatistics()?.audio.received?.codec ?? 'unknown'}</p>;
  },
  'Codec opus',
  talking,
);

export const UseCallTimer: Recipe = recipe(
  function Shown() {
    return <p>{useCallTimer()} s</p>;
  },
  /^\d s$/,
  talking,
);

export const UseConference: Recipe = recipe(
  function Shown() {
    const { sessionIds, merge } = useConference();
    return <button onClick={() => void merge()}>Merge, {sessionIds.length} in it</button>;
  },
  'Merge, 0 in it',
  talking,
);

export const UseConsultation: Recipe = recipe(
  function Shown() {
    const { status, consult } = useConsultation();
    return <button onClick={() => void consult('600')}>Ask first: {status}</button>;
  },
  'Ask first: none',
  talking,
);

export const UseDtmf: Recipe = recipe(
  function Shown() {
    const { sendDtmf } = useDtmf();
    return <button onClick={() => void sendDtmf('42#')}>42#</button>;
  },
  '42#',
  talking,
);

export const UseHold: Recipe = recipe(
  function Shown() {
    const { toggleHold, heldHere } = useHoldWords();
    return <button onClick={toggleHold}>{heldHere ? 'Resume' : 'Hold'}</button>;
  },
  'Hold',
  talking,
);

function useHoldWords(): { readonly toggleHold: () => void; readonly heldHere: boolean } {
  const { toggleHold, ...states } = useHold();
  return { toggleHold: () => void toggleHold(), heldHere: Object.values(states).includes(true) };
}

export const UseIncomingSession: Recipe = recipe(
  function Shown() {
    const { session, answer } = useIncomingSession();
    return session === null ? null : <button onClick={() => void answer()}>{session.remote.user} calls</button>;
  },
  'bob calls',
  ringing,
);

export const UseMediaStream: Recipe = recipe(
  function Shown() {
    return <p>{useMediaStream(useSession().session?.id ?? null) === null ? 'Silence' : 'A stream to play'}</p>;
  },
  'A stream to play',
  talking,
);

export const UseMute: Recipe = recipe(
  function Shown() {
    const { muted, toggleMute } = useMute();
    return (
      <button aria-pressed={muted} onClick={() => void toggleMute()}>
        Mute
      </button>
    );
  },
  'Mute',
  talking,
);

export const UseRecording: Recipe = recipe(
  function Shown() {
    const { active, start } = useRecording();
    return (
      <button aria-pressed={active} onClick={() => void start()}>
        Record
      </button>
    );
  },
  'Record',
  talking,
);

export const UseScreenShare: Recipe = recipe(
  function Shown() {
    const { sharing, toggleSharing } = useScreenShare();
    return (
      <button aria-pressed={sharing} onClick={() => void toggleSharing()}>
        Share the screen
      </button>
    );
  },
  'Share the screen',
  talking,
);

export const UseSession: Recipe = recipe(
  function Shown() {
    const { session, hangUp } = useSession();
    return <button onClick={() => void hangUp()}>{session?.phase ?? 'no call'}</button>;
  },
  'established',
  talking,
);

export const UseSessionActions: Recipe = recipe(
  function Shown() {
    const { hangUp } = useSessionActions();
    return <button onClick={() => void hangUp()}>Hang up</button>;
  },
  'Hang up',
  talking,
);

export const UseSessionState: Recipe = recipe(
  function Shown() {
    return <p>{useSessionState(undefined, ({ remote }) => remote.user)}</p>;
  },
  'bob',
  talking,
);

export const UseSessions: Recipe = recipe(
  function Shown() {
    return <p>{useSessions().length} call</p>;
  },
  '1 call',
  talking,
);

export const UseSwitchLine: Recipe = recipe(
  function Shown() {
    const switchLine = useSwitchLine();
    return <Lines onSwitch={(id) => void switchLine(id)} />;
  },
  'bob',
  talking,
);

function Lines({ onSwitch }: { readonly onSwitch: (id: string) => void }): ReactNode {
  return useSessions().map(({ id, remote }) => (
    <button key={id} onClick={() => onSwitch(id)}>
      {remote.user}
    </button>
  ));
}

export const UseTransfer: Recipe = recipe(
  function Shown() {
    const { transfer } = useTransfer();
    return <button onClick={() => void transfer('600')}>Transfer to the echo</button>;
  },
  'Transfer to the echo',
  talking,
);

export const UseVideo: Recipe = recipe(
  function Shown() {
    const { local, toggleVideo } = useVideo();
    return (
      <button aria-pressed={local === 'camera'} onClick={() => void toggleVideo()}>
        Camera
      </button>
    );
  },
  'Camera',
  talking,
);
