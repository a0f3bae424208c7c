'use client';

import type { DeviceRole, DevicesSnapshot } from '@hookswitch/sip-core';
import type { ReactElement, ReactNode } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { BellIcon, SoundIcon } from '../icons/icons.ts';
import { useDevicesLabels } from '../labels/hooks/use-devices-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { classNames } from '../theme/class-names.ts';
import { DeviceNote } from './device-note.tsx';
import { DeviceSelect } from './device-select.tsx';
import { type CaptureKind, deviceTrouble } from './device-trouble.ts';
import type { TestTone } from './use-test-tone.ts';

/** Props of {@link DevicePickerView}. */
export interface DevicePickerViewProps {
  readonly devices: DevicesSnapshot;
  readonly onChoose: (role: DeviceRole, id: string | null) => void;
  /** Asks the person for the microphone or the camera. */
  readonly onAllow: (kind: CaptureKind) => void;
  /** What the person is being asked for. */
  readonly asking?: CaptureKind | null;
  /** What was asked for last, which is what the error of the devices is about; default the microphone. */
  readonly asked?: CaptureKind;
  /** Lets the camera be chosen, too; default false. */
  readonly camera?: boolean;
  /** Below the microphone, such as a meter. */
  readonly meter?: ReactNode;
  /** What a loudspeaker is tried with; without, there is no button for it. */
  readonly tones?: { readonly output?: TestTone | undefined; readonly ringer?: TestTone | undefined } | undefined;
  readonly className?: string | undefined;
}

/** Microphone, speaker, ring device and camera: which there are, which is used, and why one cannot be. */
export function DevicePickerView(props: DevicePickerViewProps): ReactElement {
  const { devices, onChoose, onAllow, asking = null, asked, camera = false, meter, tones = {} } = props;
  const words = useDevicesLabels();
  const language = useLanguage();
  const trouble = deviceTrouble(devices, 'microphone', asked);
  const cameraTrouble = camera ? deviceTrouble(devices, 'camera', asked) : null;
  const chosen = (role: DeviceRole) => (id: string | null) => onChoose(role, id);
  return (
    <div
      role="group"
      aria-label={words.group}
      aria-busy={devices.status === 'idle' || undefined}
      {...language}
      className={classNames('hs-root hs-devices', props.className)}
    >
      <DeviceNote
        kind="microphone"
        trouble={trouble}
        asking={asking === 'microphone'}
        onAgain={() => onAllow('microphone')}
      />
      {devices.inputs.length > 0 && (
        <DeviceSelect
          label={words.microphone}
          devices={devices.inputs}
          choice={devices.input}
          onChoose={chosen('input')}
        >
          {trouble === null && meter}
        </DeviceSelect>
      )}
      {devices.canSelectOutput && devices.outputs.length > 0 ? (
        <>
          <DeviceSelect
            label={words.speaker}
            devices={devices.outputs}
            choice={devices.output}
            onChoose={chosen('output')}
          >
            <ToneButton label={words.playTone} tone={tones.output} icon={SoundIcon} />
          </DeviceSelect>
          <DeviceSelect
            label={words.ringer}
            devices={devices.outputs}
            choice={devices.ringer}
            onChoose={chosen('ringer')}
          >
            <ToneButton label={words.playRing} tone={tones.ringer} icon={BellIcon} />
          </DeviceSelect>
        </>
      ) : (
        <div className="hs-device">
          {!devices.canSelectOutput && devices.status === 'ready' && (
            <p className="hs-device__fixed">{words.fixedOutput}</p>
          )}
          <ToneButton label={words.playTone} tone={tones.output} icon={SoundIcon} />
        </div>
      )}
      {camera && (
        <DeviceNote
          kind="camera"
          trouble={cameraTrouble === 'insecure' ? null : cameraTrouble}
          asking={asking === 'camera'}
          onAgain={() => onAllow('camera')}
        />
      )}
      {camera && devices.cameras.length > 0 && (
        <DeviceSelect
          label={words.camera}
          devices={devices.cameras}
          choice={devices.camera}
          onChoose={chosen('camera')}
        />
      )}
    </div>
  );
}

interface ToneButtonProps {
  readonly label: string;
  readonly icon: typeof SoundIcon;
  readonly tone: TestTone | undefined;
}

function ToneButton({ label, icon, tone }: ToneButtonProps): ReactElement | null {
  const words = useDevicesLabels();
  if (tone === undefined) return null;
  return (
    <div className="hs-device__tone">
      <ActionButton
        icon={icon}
        label={label}
        size="small"
        labelled="inside"
        pressed={tone.playing}
        onPress={tone.onToggle}
      />
      <span role="status" className="hs-device__blocked">
        {tone.blocked && words.toneBlocked}
      </span>
    </div>
  );
}
