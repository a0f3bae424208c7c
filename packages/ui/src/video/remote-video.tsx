'use client';

import { useMediaStream, useSession, useVideo } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { usePartyText } from '../call/party-names.tsx';
import { partyOf } from '../call/party-text.ts';
import { useVideoLabels } from '../labels/hooks/use-video-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import type { SessionSnapshot } from '../snapshots.ts';
import { classNames } from '../theme/class-names.ts';
import { NoPicture } from './no-picture.tsx';
import { Picture, type PictureProps } from './picture.tsx';

/** Props of {@link RemoteVideo}. */
export interface RemoteVideoProps extends Pick<PictureProps, 'fit' | 'className'> {
  /** Which call; the focused one by default. */
  readonly sessionId?: string | undefined;
}

/**
 * What the far end shows, or its initials while it shows nothing. Without sound: that is for one `RemoteAudio` in the
 * page, and the click that unlocks it unlocks this as well.
 *
 * @example
 * ```tsx
 * <SipProvider ua={ua}><RemoteAudio /><RemoteVideo /></SipProvider>
 * ```
 */
export function RemoteVideo({ sessionId, ...look }: RemoteVideoProps): ReactElement | null {
  const { session } = useSession(sessionId);
  return session === null ? null : <Theirs session={session} {...look} />;
}

interface TheirsProps extends Pick<PictureProps, 'fit' | 'className'> {
  readonly session: SessionSnapshot;
}

function Theirs({ session, fit, className }: TheirsProps): ReactElement {
  const labels = useVideoLabels();
  const language = useLanguage();
  const { name } = usePartyText()(partyOf(session));
  const { remote } = useVideo(session.id);
  const stream = useMediaStream(session.id, 'remote');
  return (
    <div {...language} className={classNames('hs-root hs-video', className)}>
      {remote ? (
        <Picture stream={stream} label={labels.theirs(name)} fit={fit} className="hs-video__theirs" />
      ) : (
        <NoPicture name={name} note={labels.theirsOff(name)} />
      )}
    </div>
  );
}
