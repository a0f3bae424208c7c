import { type PhoneSection, SettingsPanel, useLabels } from '@hookswitch/ui';
import SettingsIcon from 'lucide-react/icons/settings';
import type { PhoneSettings } from '../account/account.ts';
import { LineStatus } from './line-status.tsx';

/** What the phone has beside its calls: all of it, but for what stands in a column of the page. */
export function useSections(settings: PhoneSettings, columns: number): readonly PhoneSection[] {
  const { sections } = useLabels();
  const content = (
    <>
      <SettingsPanel camera />
      {columns < 3 && <LineStatus settings={settings} />}
    </>
  );
  const ownSettings = { id: 'settings', label: sections.settings, icon: SettingsIcon, content };
  return columns > 1
    ? ['keypad', 'contacts', 'messages', ownSettings]
    : ['keypad', 'recents', 'contacts', 'messages', ownSettings];
}
