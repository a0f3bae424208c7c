'use client';

import { createContext, type ReactElement, type ReactNode, useContext, useMemo } from 'react';
import { en } from './en.ts';
import type { Labels, LabelsOverride } from './labels.ts';

const LabelsContext = createContext<Labels>(en);

/** Puts an override over a whole set of labels, section by section. */
export function mergeLabels(base: Labels, override: LabelsOverride | undefined): Labels {
  if (override === undefined) return base;
  const section = <Name extends keyof Labels>(name: Name): Labels[Name] => ({ ...base[name], ...override[name] });
  return {
    language: section('language'),
    dialpad: section('dialpad'),
    call: section('call'),
    controls: section('controls'),
    addCall: section('addCall'),
    consultation: section('consultation'),
    conference: section('conference'),
    accounts: section('accounts'),
    keypad: section('keypad'),
    transfer: section('transfer'),
    incoming: section('incoming'),
    ended: section('ended'),
    causes: section('causes'),
    errors: section('errors'),
    registration: section('registration'),
    connection: section('connection'),
    list: section('list'),
    log: section('log'),
    audio: section('audio'),
    details: section('details'),
    phone: section('phone'),
    sections: section('sections'),
    history: section('history'),
    contacts: section('contacts'),
    presence: section('presence'),
    lamp: section('lamp'),
    messages: section('messages'),
    voicemail: section('voicemail'),
    video: section('video'),
    recording: section('recording'),
    trace: section('trace'),
    devices: section('devices'),
    quality: section('quality'),
    settings: section('settings'),
    notifications: section('notifications'),
    headset: section('headset'),
  };
}

/** Props of {@link LabelsProvider}. */
export interface LabelsProviderProps {
  /** Words that replace the surrounding ones; what is left out stays. */
  readonly labels?: LabelsOverride | undefined;
  readonly children: ReactNode;
}

/**
 * Gives every component below it its words.
 *
 * @example
 * ```tsx
 * <LabelsProvider labels={{ controls: { hangUp: 'End' } }}><Softphone /></LabelsProvider>
 * ```
 */
export function LabelsProvider({ labels, children }: LabelsProviderProps): ReactElement {
  const surrounding = useContext(LabelsContext);
  const merged = useMemo(() => mergeLabels(surrounding, labels), [surrounding, labels]);
  return <LabelsContext.Provider value={merged}>{children}</LabelsContext.Provider>;
}

/** The words of the nearest {@link LabelsProvider}; English without one. */
export function useLabels(): Labels {
  return useContext(LabelsContext);
}

/** The attributes that tell a browser which language an element's words are in, and which way they run. */
export function useLanguage(): { readonly lang: string | undefined; readonly dir: 'ltr' | 'rtl' | undefined } {
  const { tag, direction } = useLabels().language;
  return { lang: tag, dir: direction };
}
