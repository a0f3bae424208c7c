import { describe, expect, test } from 'vitest';
import { DialogInfoTracker } from './dialog-info-tracker.ts';
import { readDialogInfo } from './dialog-info.ts';
import { readMessageSummary, writeMessageSummary } from './message-summary.ts';
import { readPidf, writePidf } from './pidf.ts';

const BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';

describe('message-summary', () => {
  test('[PRO-09] the example of RFC 3842 section 5 is read', () => {
    const summary = readMessageSummary(
      'Messages-Waiting: yes\r\nMessage-Account: sip:alice@vmail.example.com\r\nVoice-Message: 2/8 (0/2)\r\n\r\nTo: <x>\r\n',
    );
    expect(summary).toMatchObject({ waiting: true, account: 'sip:alice@vmail.example.com' });
    expect([...(summary?.messages ?? [])]).toEqual([['voice-message', { new: 2, old: 8, newUrgent: 0, oldUrgent: 2 }]]);
  });

  test('[PRO-09] case, white space and the urgent part do not matter; what is no count is left out', () => {
    const summary = readMessageSummary(
      'MESSAGES-WAITING:no\nvoice-message : 0 / 1\nfax-message: many\nX: 99999999999/0\n',
    );
    expect(summary?.waiting).toBe(false);
    expect([...(summary?.messages.keys() ?? [])]).toEqual(['voice-message']);
    expect(readMessageSummary('Messages-Waiting: yes\r\nv: 4294967299/1')?.messages.get('v')?.new).toBe(2 ** 32 - 1);
  });

  test.each(['', 'hello', 'Voice-Message: 1/2', '\r\nMessages-Waiting: yes'])('[PRO-09] %j is none', (body) => {
    expect(readMessageSummary(body)).toBeUndefined();
  });

  test('[PRO-09] what we write is read back, and no line can be slipped in', () => {
    const summary = {
      waiting: true,
      account: 'sip:a@example.com\r\nVoice-Message: 9/9',
      messages: new Map([['fax-message', { new: 1, old: 2, newUrgent: 0, oldUrgent: 0 }]]),
    };
    const read = readMessageSummary(writeMessageSummary(summary));
    expect([...(read?.messages.keys() ?? [])]).toEqual(['fax-message']);
    expect(read?.messages.get('fax-message')).toEqual(summary.messages.get('fax-message'));
  });

  test('[PRO-09] a megabyte of lines takes a moment only', () => {
    const start = process.cpuUsage();
    expect(readMessageSummary(`Messages-Waiting: yes\r\n${'a: 1/1\r\n'.repeat(125_000)}`)?.waiting).toBe(true);
    expect(process.cpuUsage(start).user).toBeLessThan(200_000);
  });
});

describe('PIDF', () => {
  const document = `<?xml version="1.0" encoding="UTF-8"?>
    <impp:presence xmlns:impp="urn:ietf:params:xml:ns:pidf" xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model"
        xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid" entity="pres:someone@example.com">
      <impp:tuple id="mobile-im">
        <impp:status><impp:basic>open</impp:basic></impp:status>
        <impp:contact priority="0.8">tel:+09012345678</impp:contact>
        <impp:note xml:lang="en">Don't Disturb Please!</impp:note>
        <impp:timestamp>2001-10-27T16:49:29Z</impp:timestamp>
      </impp:tuple>
      <impp:tuple id="email"><impp:status/></impp:tuple>
      <impp:note>I'll be in Tokyo next week</impp:note>
      <dm:person id="p1">
        <rpid:activities><rpid:note>Far away</rpid:note><rpid:away/><rpid:other>juggling</rpid:other></rpid:activities>
        <dm:note>busy</dm:note>
      </dm:person>
    </impp:presence>`;

  test('[PRO-09] the examples of RFC 3863 section 4.3 and RFC 4480 section 4.2 are read', () => {
    expect(readPidf(document)).toEqual({
      entity: 'pres:someone@example.com',
      basic: 'open',
      tuples: [
        {
          id: 'mobile-im',
          basic: 'open',
          contact: 'tel:+09012345678',
          priority: 0.8,
          note: "Don't Disturb Please!",
          timestamp: new Date('2001-10-27T16:49:29Z'),
        },
        { id: 'email', basic: null, contact: null, priority: null, note: null, timestamp: null },
      ],
      notes: ["I'll be in Tokyo next week", 'busy'],
      activities: ['away', 'juggling'],
    });
  });

  test('[PRO-09] without an open tuple somebody is closed', () => {
    expect(readPidf(document.replace('open', 'closed'))?.basic).toBe('closed');
  });

  test.each([
    ['no XML', 'open'],
    ['another namespace', document.replaceAll(':pidf"', ':other"')],
    ['a bomb', `${BOMB}${document.replace(/<\?.*\?>/, '')}`],
    ['half a document', document.slice(0, 400)],
  ])('[PRO-09] %s is none', (_, body) => {
    expect(readPidf(body)).toBeUndefined();
  });

  test('[PRO-09] what we write is read back, whatever is in it', () => {
    const text = `"><note>&amp;]]>'\u0001`;
    const written = writePidf({
      entity: text,
      basic: 'closed',
      contact: text,
      note: text,
      activities: ['on-the-phone', text],
    });
    const plain = text.replace('\u0001', '');
    expect(readPidf(written)).toMatchObject({
      entity: plain,
      basic: 'closed',
      tuples: [{ contact: plain, note: plain }],
      activities: ['on-the-phone', plain],
    });
  });
});

/** A document of dialog state. */
function dialogs(version: number, state: string, content: string): string {
  return `<?xml version="1.0"?><dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}"
    state="${state}" entity="sip:alice@example.com">${content}</dialog-info>`;
}

const dialog = (id: string, state: string): string => `<dialog id="${id}"><state>${state}</state></dialog>`;

describe('dialog-info', () => {
  test('[PRO-09] every part of RFC 4235 section 4.1 is read', () => {
    const read = readDialogInfo(
      dialogs(
        3,
        'full',
        `<dialog id="as7d900as8" call-id="a84b4c76e66710" local-tag="1928301774" remote-tag="456887766"
           direction="initiator">
           <state event="rejected" code="486">terminated</state><duration>274</duration>
           <local><identity display-name="Alice">sip:alice@example.com</identity>
             <target uri="sip:alice@pc33.example.com"><param pname="isfocus" pval="true"/></target></local>
           <remote><identity display="Bob">sip:bob@example.org</identity></remote></dialog>
         <dialog id="two"><state>Confirmed</state></dialog>
         <dialog><state>early</state></dialog><dialog id="x"/><dialog id="y"><state>dreaming</state></dialog>`,
      ),
    );
    expect(read).toMatchObject({ version: 3, state: 'full', entity: 'sip:alice@example.com' });
    expect(read?.dialogs).toHaveLength(2);
    expect(read?.dialogs[0]).toEqual({
      id: 'as7d900as8',
      callId: 'a84b4c76e66710',
      localTag: '1928301774',
      remoteTag: '456887766',
      direction: 'initiator',
      state: 'terminated',
      event: 'rejected',
      code: 486,
      duration: 274,
      local: { identity: 'sip:alice@example.com', displayName: 'Alice', target: 'sip:alice@pc33.example.com' },
      remote: { identity: 'sip:bob@example.org', displayName: 'Bob', target: null },
    });
    expect(read?.dialogs[1]).toMatchObject({ state: 'confirmed', direction: null, callId: null });
  });

  test.each([
    ['no version', dialogs(0, 'full', '').replace('version="0"', '')],
    ['a version that is no number', dialogs(0, 'full', '').replace('"0"', '"x"')],
    ['another namespace', dialogs(0, 'full', '').replace('dialog-info"', 'other"')],
    ['a bomb', dialogs(0, 'full', '').replace('<?xml version="1.0"?>', BOMB)],
  ])('[PRO-09] %s is none', (_, body) => {
    expect(readDialogInfo(body)).toBeUndefined();
    expect(new DialogInfoTracker().receive(body)).toBe('unreadable');
  });

  test('[PRO-09] parts update the table, a whole replaces it (section 4.3)', () => {
    const tracker = new DialogInfoTracker();
    const rows = (): string[] => tracker.state?.dialogs.map(({ id, state }) => `${id} ${state}`) ?? [];
    expect(tracker.state).toBeUndefined();
    expect(tracker.receive(dialogs(0, 'full', dialog('a', 'trying')))).toBe('applied');
    expect(tracker.receive(dialogs(1, 'partial', dialog('b', 'early')))).toBe('applied');
    expect(tracker.receive(dialogs(2, 'partial', dialog('a', 'confirmed')))).toBe('applied');
    expect(rows()).toEqual(['a confirmed', 'b early']);
    expect(tracker.receive(dialogs(3, 'partial', dialog('a', 'terminated')))).toBe('applied');
    expect(rows()).toEqual(['b early']);
    expect(tracker.receive(dialogs(9, 'full', dialog('c', 'confirmed')))).toBe('applied');
    expect(rows()).toEqual(['c confirmed']);
  });

  test('[PRO-09] a part after a gap is applied, and the whole has to be asked for', () => {
    const tracker = new DialogInfoTracker();
    tracker.receive(dialogs(4, 'full', dialog('a', 'trying')));
    expect(tracker.receive(dialogs(6, 'partial', dialog('b', 'early')))).toBe('incomplete');
    expect(tracker.state?.dialogs).toHaveLength(2);
    expect(tracker.receive(dialogs(7, 'partial', dialog('b', 'confirmed')))).toBe('applied');
  });

  test('[PRO-09] a part that comes first is not enough', () => {
    expect(new DialogInfoTracker().receive(dialogs(0, 'partial', dialog('a', 'early')))).toBe('incomplete');
  });

  test('[PRO-09] an older document is discarded', () => {
    const tracker = new DialogInfoTracker();
    tracker.receive(dialogs(4, 'full', dialog('a', 'confirmed')));
    expect(tracker.receive(dialogs(3, 'full', ''))).toBe('ignored');
    expect(tracker.receive(dialogs(4, 'partial', dialog('a', 'terminated')))).toBe('ignored');
    expect(tracker.receive(dialogs(4, 'full', dialog('a', 'confirmed')))).toBe('applied');
    expect(tracker.state?.dialogs).toHaveLength(1);
  });

  test('[PRO-09] a table that is made to grow stops growing', () => {
    const tracker = new DialogInfoTracker();
    for (let part = 0; part < 30; part += 1) {
      const rows = Array.from({ length: 100 }, (_, row) => dialog(`${part}.${row}`, 'early')).join('');
      tracker.receive(dialogs(part, part === 0 ? 'full' : 'partial', rows));
    }
    expect(tracker.state?.dialogs).toHaveLength(1000);
  });
});
