'use client';

import { createStore } from 'zustand/vanilla';
import type { Settings } from './phone-storage.ts';
import { DEFAULT_SETTINGS, type PhoneSettings, readSettings, settingRecords } from './settings.ts';

/** Settings that last as long as the page, read and cleaned as those are that are kept. */
export function settingsInMemory(): Settings {
  const store = createStore<PhoneSettings>(() => DEFAULT_SETTINGS);
  const { getState, getInitialState, subscribe } = store;
  return {
    ...{ getState, getInitialState, subscribe },
    update(changes, { rememberPassword = false } = {}) {
      const changed = new Map(settingRecords(changes, rememberPassword).map((record) => [record.id, record]));
      const others = settingRecords(store.getState(), true).filter(({ id }) => !changed.has(id));
      store.setState(readSettings([...others, ...changed.values()]), true);
      return Promise.resolve();
    },
    reset() {
      store.setState(DEFAULT_SETTINGS, true);
      return Promise.resolve();
    },
  };
}
