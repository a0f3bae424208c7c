'use client';

import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { errorSentence } from '../error-note/sentences.ts';
import { AlertIcon, CameraIcon, MicIcon } from '../icons/icons.ts';
import type { DeviceTrouble } from '../labels/devices-labels.ts';
import { useErrorLabels } from '../error-note/use-error-labels.ts';
import type { ErrorInfo } from '../snapshots.ts';
import type { CaptureKind } from './device-trouble.ts';

/** Props of {@link DeviceNote}. */
export interface DeviceNoteProps {
  readonly kind: CaptureKind;
  readonly trouble: DeviceTrouble | null;
  /** Told in its own words where there is no `trouble`. */
  readonly error?: ErrorInfo | null;
  /** The person is being asked by the browser. */
  readonly asking?: boolean;
  /** Asks the browser, for the first time or again. */
  readonly onAgain: () => void;
}

/** Why a device cannot be used: what it is, what it means, and the one thing to do about it. */
export function DeviceNote(props: DeviceNoteProps): ReactElement | null {
  const { kind, trouble, error = null, asking = false, onAgain } = props;
  const labels = useErrorLabels();
  const words = labels.devices;
  if (trouble === null && error === null) return null;
  const fresh = trouble === 'notAsked';
  const own = trouble === null ? null : (kind === 'microphone' ? words.trouble : words.cameraTrouble)[trouble];
  const sentence = own ?? (error === null ? null : errorSentence(labels, error));
  if (sentence === null) return null;
  const Glyph = fresh ? (kind === 'microphone' ? MicIcon : CameraIcon) : AlertIcon;
  const allow = kind === 'microphone' ? words.allow : words.allowCamera;
  return (
    <div className="hs-device-note">
      <div className="hs-note" data-hs-tone={fresh ? 'info' : 'wait'} role="status">
        <Glyph aria-hidden className="hs-note__icon" />
        <p className="hs-note__text">
          <strong className="hs-note__what">{sentence.what}</strong>
          <span>{asking ? words.asking : sentence.next}</span>
        </p>
      </div>
      {trouble !== 'insecure' && trouble !== 'none' && (
        <ActionButton
          icon={kind === 'microphone' ? MicIcon : CameraIcon}
          label={fresh ? allow : words.again}
          tone={fresh ? 'accent' : 'control'}
          size="small"
          labelled="inside"
          busy={asking}
          onPress={onAgain}
        />
      )}
    </div>
  );
}
