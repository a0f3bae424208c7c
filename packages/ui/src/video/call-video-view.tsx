'use client';

import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { ScreenShareIcon, SwitchCameraIcon, VideoIcon } from '../icons/icons.ts';
import { useVideoLabels } from '../labels/hooks/use-video-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { classNames } from '../theme/class-names.ts';
import { NoPicture } from './no-picture.tsx';
import { Picture } from './picture.tsx';

/** Props of {@link CallVideoView}. */
export interface CallVideoViewProps {
  /** Who is at the other end. */
  readonly name: string;
  /** Their picture; `null` while there is none. */
  readonly remote: MediaStream | null;
  /** Ours; `null` while there is none. */
  readonly local: MediaStream | null;
  /** What ours is. */
  readonly source?: 'camera' | 'screen';
  /** Why their picture is not there, in words; default that they show none. */
  readonly note?: string | undefined;
  /** How their picture fills its place; default `contain`, so that nothing of a shared screen is cut off. */
  readonly fit?: 'contain' | 'cover' | undefined;
  /** Turns our camera on: asked for when they show themselves and we do not. */
  readonly onShow?: (() => void) | undefined;
  /** Whether our camera is being turned on. */
  readonly showing?: boolean;
  /** Ends the sharing of a screen. */
  readonly onStopSharing?: (() => void) | undefined;
  /** Shares a screen in place of the camera. */
  readonly onShare?: (() => void) | undefined;
  /** Takes the next camera, where there are several. */
  readonly onSwitchCamera?: (() => void) | undefined;
  readonly className?: string | undefined;
}

/** The stage of a call with pictures: theirs fills it, ours lies in its corner. */
export function CallVideoView(props: CallVideoViewProps): ReactElement {
  const { name, remote, local, source = 'camera', onShow, onStopSharing, onShare, onSwitchCamera } = props;
  const labels = useVideoLabels();
  const language = useLanguage();
  const sharing = local !== null && source === 'screen';
  const tool = { tone: 'plain', size: 'small', labelled: 'hidden', className: 'hs-video__tool' } as const;
  return (
    <div
      role="group"
      aria-label={labels.group(name)}
      {...language}
      className={classNames('hs-root hs-video', props.className)}
    >
      {remote === null ? (
        <NoPicture name={name} note={props.note ?? labels.theirsOff(name)} />
      ) : (
        <>
          <Picture stream={remote} label={labels.theirs(name)} fit={props.fit} className="hs-video__theirs" />
          <p className="hs-video__caption hs-video__caption--theirs">
            <bdi>{name}</bdi>
          </p>
        </>
      )}
      {local !== null && (
        <div className="hs-video__ours">
          <Picture stream={local} label={labels.ours} mirrored={!sharing} fit={sharing ? 'contain' : 'cover'} />
          <p className="hs-video__caption">{labels.you}</p>
        </div>
      )}
      <div className="hs-video__tools">
        {!sharing && onShare !== undefined && local !== null && (
          <ActionButton icon={ScreenShareIcon} label={labels.share} onPress={onShare} {...tool} />
        )}
        {!sharing && onSwitchCamera !== undefined && local !== null && (
          <ActionButton icon={SwitchCameraIcon} label={labels.switchCamera} onPress={onSwitchCamera} {...tool} />
        )}
      </div>
      {sharing && (
        <div className="hs-video__strip" role="status">
          <span>{labels.sharing}</span>
          {onStopSharing !== undefined && (
            <ActionButton
              icon={ScreenShareIcon}
              label={labels.stopSharing}
              tone="accent"
              size="small"
              labelled="inside"
              onPress={onStopSharing}
            />
          )}
        </div>
      )}
      {remote !== null && local === null && onShow !== undefined && (
        <div className="hs-video__strip" role="status">
          <span>{labels.theyStarted(name)}</span>
          <ActionButton
            icon={VideoIcon}
            label={labels.showYourself}
            tone="accent"
            size="small"
            labelled="inside"
            busy={props.showing === true}
            onPress={onShow}
          />
        </div>
      )}
    </div>
  );
}
