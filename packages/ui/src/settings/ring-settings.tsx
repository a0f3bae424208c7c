'use client';

import { usePhoneSettings } from '@hookswitch/react-sip/storage';
import { COUNTRY_TONES, type ToneCountry } from '@hookswitch/sip-core';
import { type ReactElement, useId } from 'react';
import { ChevronIcon } from '../icons/icons.ts';
import { useSettingsLabels } from '../labels/hooks/use-settings-labels.ts';
import { ringCountry } from '../remote-audio/use-phone-sounds.ts';
import { SwitchRow } from '../switch-row/switch-row.tsx';
import type { SaveSettings } from './use-save-settings.ts';

const countries = Object.keys(COUNTRY_TONES) as ToneCountry[];

/** How it rings, and whether. */
export function RingSettings({ save }: { readonly save: SaveSettings }): ReactElement {
  const words = useSettingsLabels();
  const { settings } = usePhoneSettings();
  const id = useId();
  const percent = Math.round(100 * settings.ringVolume);
  const names = countries.map((country) => [country, words.country(country)] as const);
  return (
    <>
      <div className="hs-device">
        <label htmlFor={`${id}-volume`} className="hs-device__label">
          {words.ringVolume}
        </label>
        <div className="hs-settings__range">
          <input
            id={`${id}-volume`}
            type="range"
            min={0}
            max={100}
            step={5}
            value={percent}
            aria-valuetext={words.percent(percent)}
            className="hs-settings__slider"
            onChange={(event) => save({ ringVolume: Number(event.target.value) / 100 })}
          />
          <span aria-hidden className="hs-settings__value">
            {words.percent(percent)}
          </span>
        </div>
      </div>
      <div className="hs-device">
        <label htmlFor={`${id}-country`} className="hs-device__label">
          {words.ringCountry}
        </label>
        <div className="hs-device__field">
          <select
            id={`${id}-country`}
            className="hs-device__select"
            value={ringCountry(settings)}
            onChange={(event) => save({ app: { ...settings.app, ringCountry: event.target.value } })}
          >
            {[...names]
              .sort(([, a], [, b]) => a.localeCompare(b))
              .map(([country, name]) => (
                <option key={country} value={country}>
                  {name}
                </option>
              ))}
          </select>
          <ChevronIcon aria-hidden className="hs-device__chevron" />
        </div>
      </div>
      <SwitchRow
        label={words.doNotDisturb}
        hint={words.doNotDisturbHint}
        on={settings.doNotDisturb}
        onChange={(doNotDisturb) => save({ doNotDisturb })}
      />
    </>
  );
}
