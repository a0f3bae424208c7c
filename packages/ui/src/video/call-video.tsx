'use client';

import { useMediaDevices, useMediaStream, useScreenShare, useSession, useVideo } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { start } from '../call/call-actions.ts';
import { callMood } from '../call/call-mood.ts';
import { usePartyText } from '../call/party-names.tsx';
import { partyOf } from '../call/party-text.ts';
import { useCallLabels } from '../labels/hooks/use-call-labels.ts';
import type { SessionSnapshot } from '../snapshots.ts';
import { CallVideoView, type CallVideoViewProps } from './call-video-view.tsx';

/** Props of {@link CallVideo}. */
export interface CallVideoProps extends Pick<CallVideoViewProps, 'fit' | 'className'> {
  /** Which call; the focused one by default. */
  readonly sessionId?: string | undefined;
}

/**
 * The pictures of a call: theirs, ours in its corner, and what to do about them. Nothing while there is no call.
 *
 * @example
 * ```tsx
 * const { local, remote } = useVideo(id);
 * return local === 'off' && !remote ? null : <CallVideo sessionId={id} />;
 * ```
 */
export function CallVideo({ sessionId, ...look }: CallVideoProps): ReactElement | null {
  const { session } = useSession(sessionId);
  return session === null ? null : <Stage session={session} {...look} />;
}

interface StageProps extends Omit<CallVideoProps, 'sessionId'> {
  readonly session: SessionSnapshot;
}

function Stage({ session, ...look }: StageProps): ReactElement {
  const { id } = session;
  const labels = useCallLabels();
  const { name } = usePartyText()(partyOf(session));
  const video = useVideo(id);
  const screen = useScreenShare(id);
  const { cameras } = useMediaDevices();
  const [theirs, ours] = [useMediaStream(id, 'remote'), useMediaStream(id, 'local')];
  const mood = callMood(session);
  const calling = video.offered && session.direction === 'outgoing';
  const shown = video.local !== 'off' || calling;
  return (
    <CallVideoView
      name={name}
      remote={video.remote ? theirs : null}
      local={shown ? ours : null}
      source={video.local === 'screen' ? 'screen' : 'camera'}
      note={mood === 'talking' ? undefined : labels.status[mood]}
      onShow={video.possible && mood === 'talking' ? () => start(() => video.startVideo()) : undefined}
      showing={video.pending}
      onShare={screen.possible ? () => start(() => screen.shareScreen()) : undefined}
      onStopSharing={() => start(screen.stopSharing)}
      onSwitchCamera={cameras.length > 1 && video.possible ? () => start(() => video.switchCamera()) : undefined}
      {...look}
    />
  );
}
