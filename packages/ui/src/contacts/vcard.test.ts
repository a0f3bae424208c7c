import { describe, expect, test } from 'vitest';
import { readContacts } from './read-contacts.ts';
import { readVCards, writeVCards } from './vcard.ts';

const ben = {
  ...{ id: '1', name: 'Carter, Ben; "Leeds"', favourite: true, note: 'Line one\nLine two', changedAt: 0 },
  addresses: [
    { label: 'work', address: '+44 113 496 0000' },
    { label: '', address: 'sip:ben@example.com' },
  ],
};

describe('vCards', () => {
  test('[KIT-05] go round', () => {
    const [read] = readVCards(writeVCards([ben]));
    const { id: _id, changedAt: _changedAt, ...draft } = ben;
    expect(read).toEqual(draft);
  });

  test('[KIT-05] of other programs are read: folded lines, groups, types, links', () => {
    const text = [
      ...['BEGIN:VCARD', 'VERSION:3.0', 'FN:João', ' \tSilva', 'item1.TEL;TYPE=CELL,VOICE:+351 21 555 0134'],
      ...['TEL;VALUE=uri;TYPE="voice,home":tel:+351215550135', 'PHOTO:data:image/png;base64,AAAA', 'END:VCARD'],
      ...['BEGIN:VCARD', 'FN:Nobody to call', 'END:VCARD', 'FN:Outside', 'END:VCARD'],
    ].join('\r\n');
    expect(readContacts(text)).toEqual([
      {
        ...{ name: 'João\tSilva', note: '', favourite: false },
        addresses: [
          { label: 'CELL', address: '+351 21 555 0134' },
          { label: 'home', address: '+351215550135' },
        ],
      },
    ]);
  });

  test('[KIT-05] have no line that a name or number wrote', () => {
    const evil = { ...ben, name: 'A\r\nEND:VCARD', addresses: [{ label: '"\r\nX:1', address: 'sip:a\r\nNOTE:b' }] };
    const lines = writeVCards([evil]).split('\r\n');
    expect(lines.filter((line) => /^(END:VCARD|X:1|NOTE:b)/.test(line))).toEqual(['END:VCARD']);
  });

  test('[KIT-05] an export of the storage is read, and what is neither gives nobody', () => {
    const { id, name, addresses } = ben;
    expect(readContacts(JSON.stringify({ contacts: [ben, 7, { name: 'x' }] }))).toMatchObject([
      { id, name, addresses },
    ]);
    for (const text of ['', '{', '[]', '{"contacts":{}}', 'hello']) expect(readContacts(text)).toEqual([]);
  });
});
