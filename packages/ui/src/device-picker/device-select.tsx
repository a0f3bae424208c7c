'use client';

import type { Device, DeviceChoice } from '@hookswitch/sip-core';
import { type ReactElement, type ReactNode, useId } from 'react';
import { ChevronIcon, UnplugIcon } from '../icons/icons.ts';
import { useDevicesLabels } from '../labels/hooks/use-devices-labels.ts';

/** Props of {@link DeviceSelect}. */
export interface DeviceSelectProps {
  /** What the device is for. */
  readonly label: string;
  readonly devices: readonly Device[];
  readonly choice: DeviceChoice;
  /** `null` is the system's default. */
  readonly onChoose: (id: string | null) => void;
  /** Below the list, such as a meter. */
  readonly children?: ReactNode;
}

/** The devices of one kind, in a list of the system's own, which every keyboard and every screen reader knows. */
export function DeviceSelect({ label, devices, choice, onChoose, children }: DeviceSelectProps): ReactElement {
  const words = useDevicesLabels();
  const id = useId();
  const gone = choice.missing ? choice.wanted : null;
  const goneName = gone === null || gone.label === '' ? label : gone.label;
  return (
    <div className="hs-device">
      <label className="hs-device__label" htmlFor={id}>
        {label}
      </label>
      <div className="hs-device__field">
        <select
          id={id}
          className="hs-device__select"
          value={gone?.id ?? choice.id ?? ''}
          aria-describedby={gone === null ? undefined : `${id}-gone`}
          onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">{words.standard}</option>
          {gone !== null && <option value={gone.id}>{words.missing(goneName)}</option>}
          {devices.map((device, index) => (
            <option key={device.id} value={device.id}>
              {device.label === '' ? words.unnamed(index + 1) : device.label}
            </option>
          ))}
        </select>
        <ChevronIcon aria-hidden className="hs-device__chevron" />
      </div>
      <p className="hs-device__gone" id={`${id}-gone`} role="status">
        {gone !== null && (
          <>
            <UnplugIcon aria-hidden className="hs-device__gone-icon" />
            <span>{words.fallsBack(goneName)}</span>
          </>
        )}
      </p>
      {children}
    </div>
  );
}
