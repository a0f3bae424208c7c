import { describe, expect, it } from 'vitest';
import type { TextStorage } from '../../platform.ts';
import { resolveChoice, resolveChoices } from './device-choice.ts';
import { readDevices } from './device-list.ts';
import { readChoices, writeChoices } from './remembered-choices.ts';

const device = (id: string, label: string) => ({ id, label, groupId: '' });
const present = [device('a', 'Desk'), device('b', 'Headset'), device('c', 'Twin'), device('d', 'Twin')];
const wanted = { id: 'b', label: 'Headset' };

describe('a chosen device', () => {
  it.each([
    ['by its id', wanted, present, 'b', false],
    ['by its label when the id changed', { id: 'old', label: 'Headset' }, present, 'b', false],
    ['not by a label that two have', { id: 'old', label: 'Twin' }, present, null, true],
    ['not by an empty label', { id: 'old', label: '' }, [device('x', '')], null, true],
    ['nowhere while it is unplugged', wanted, [device('a', 'Desk')], null, true],
    ['on trust while nobody knows', wanted, undefined, 'b', false],
  ])('[MED-03] is found %s', (_, choice, list, id, missing) => {
    expect(resolveChoice(choice, list)).toEqual({ id, missing, wanted: choice });
  });

  it('[MED-03] is the default when nothing was chosen', () => {
    expect(resolveChoice(undefined, present)).toEqual({ id: null, wanted: null, missing: false });
  });

  it('[MED-03] is trusted while devices have no names, and missing when there are none at all', () => {
    const info = { deviceId: '', groupId: '', kind: 'audioinput', label: '', toJSON: () => undefined } as const;
    expect(resolveChoices({ input: wanted }, readDevices([info])).input.id).toBe('b');
    expect(resolveChoices({ input: wanted }, readDevices([])).input).toMatchObject({ id: null, missing: true });
  });

  it('[MED-03] is not one of the entries that stand for others', () => {
    const info = (deviceId: string) =>
      ({ deviceId, groupId: 'g', kind: 'audiooutput', label: 'L', toJSON: () => undefined }) as const;
    const list = readDevices([info('default'), info('communications'), info('real')]);
    expect(list.outputs).toEqual([{ id: 'real', label: 'L', groupId: 'g' }]);
    expect(list.present).toEqual({ input: false, camera: false, output: true });
  });
});

describe('choices between visits', () => {
  const storage = (text: string | null): TextStorage & { text: string | null } => ({
    text,
    getItem() {
      return this.text;
    },
    setItem(_, value) {
      this.text = value;
    },
    removeItem() {},
  });

  it('[MED-03] are kept', () => {
    const kept = storage(null);
    writeChoices(kept, 'k', { input: wanted, ringer: { id: 'r', label: 'R' } });
    expect(readChoices(kept, 'k')).toEqual({ input: wanted, ringer: { id: 'r', label: 'R' } });
  });

  it.each([
    '',
    'null',
    '7',
    '{',
    '{"input":{"id":3,"label":"x"},"other":1}',
    '{"input":"a"}',
    '{"__proto__":{"id":"a"}}',
  ])('[MED-03] that make no sense are none: %s', (text) => {
    expect(readChoices(storage(text), 'k')).toEqual({});
  });

  it('[MED-03] need no storage that works', () => {
    const full: TextStorage = {
      getItem() {
        throw new DOMException('', 'SecurityError');
      },
      setItem() {
        throw new DOMException('', 'QuotaExceededError');
      },
      removeItem() {},
    };
    expect(readChoices(full, 'k')).toEqual({});
    expect(() => writeChoices(full, 'k', { input: wanted })).not.toThrow();
    expect(readChoices(undefined, 'k')).toEqual({});
  });
});
