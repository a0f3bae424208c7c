import MonitorIcon from 'lucide-react/icons/monitor';
import MoonIcon from 'lucide-react/icons/moon';
import SunIcon from 'lucide-react/icons/sun';
import type { ReactElement } from 'react';
import { words } from '../words.ts';
import { theme } from './theme.ts';
import { useTheme } from './use-theme.ts';

const choices = [
  { value: 'light', icon: SunIcon },
  { value: 'dark', icon: MoonIcon },
  { value: 'system', icon: MonitorIcon },
] as const;

/** Light, dark, or as the system has it. */
export function ThemeSwitch(): ReactElement {
  const chosen = useTheme();
  return (
    <fieldset className="app-theme">
      <legend className="hs-hidden">{words.theme.group}</legend>
      {choices.map(({ value, icon: Glyph }) => (
        <label key={value} className="app-theme__choice" title={words.theme[value]}>
          <input
            type="radio"
            name="theme"
            className="hs-hidden"
            value={value}
            checked={chosen === value}
            onChange={() => theme.set(value)}
          />
          <Glyph aria-hidden className="app-icon" />
          <span className="hs-hidden">{words.theme[value]}</span>
        </label>
      ))}
    </fieldset>
  );
}
