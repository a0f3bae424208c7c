'use client';

import { type KeyboardEvent, type ReactElement, useRef } from 'react';
import { HistoryIcon, type Icon, KeypadIcon, MessageIcon, SettingsIcon, UsersIcon } from '../icons/icons.ts';
import { useSectionsLabels } from '../labels/hooks/use-sections-labels.ts';
import { idOf, type PhoneSection, type SectionName } from './sections.ts';

const icons: Readonly<Record<SectionName, Icon>> = {
  keypad: KeypadIcon,
  recents: HistoryIcon,
  contacts: UsersIcon,
  messages: MessageIcon,
  settings: SettingsIcon,
};

/** The highest number that a badge has room for. */
const most = 99;

/** Props of {@link SectionBar}. */
export interface SectionBarProps {
  readonly sections: readonly PhoneSection[];
  /** The one that is shown; `null` while a call is. */
  readonly current: string | null;
  /** How much is new in each. */
  readonly news: Readonly<Record<string, number>>;
  readonly onSelect: (id: string) => void;
}

/** The way between the sections. Each is in the tab order; arrows, Home and End go along them, too. */
export function SectionBar({ sections, current, news, onSelect }: SectionBarProps): ReactElement {
  const labels = useSectionsLabels();
  const bar = useRef<HTMLElement>(null);

  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(bar.current?.querySelectorAll<HTMLElement>('.hs-tabs__tab') ?? [])];
    const at = buttons.findIndex((button) => button === event.target);
    const forwards = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = forwards === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const next = { [forwards]: at + 1, [back]: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    buttons[next]?.focus();
  };

  return (
    <nav ref={bar} aria-label={labels.group} className="hs-tabs" onKeyDown={onKeyDown}>
      {sections.map((section) => {
        const id = idOf(section);
        const { label, icon: Glyph } =
          typeof section === 'string' ? { label: labels[section], icon: icons[section] } : section;
        const fresh = (typeof section === 'string' ? news[id] : section.news) ?? 0;
        return (
          <button
            key={id}
            type="button"
            className="hs-tabs__tab"
            aria-current={id === current ? 'page' : undefined}
            onClick={() => onSelect(id)}
          >
            <span className="hs-tabs__mark">
              <Glyph aria-hidden focusable={false} className="hs-tabs__icon" />
              {fresh > 0 && (
                <span aria-hidden className="hs-tabs__badge">
                  {fresh > most ? `${most}+` : fresh}
                </span>
              )}
            </span>
            <span className="hs-tabs__word">{label}</span>{' '}
            {fresh > 0 && <span className="hs-hidden">{labels.news(fresh)}</span>}
          </button>
        );
      })}
    </nav>
  );
}
