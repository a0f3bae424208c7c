import { describe, expect, test } from 'vitest';
import { readConferenceInfo } from './conference-info.ts';
import { ConferenceTracker } from './conference-tracker.ts';

const BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';

/** A document of conference state. */
function conference(version: number, state: string, content: string): string {
  return `<?xml version="1.0"?><conference-info xmlns="urn:ietf:params:xml:ns:conference-info"
    entity="sips:conf233@example.com" state="${state}" version="${version}">${content}</conference-info>`;
}

const BOB = `<user entity="sip:bob@example.com" state="full"><display-text>Bob Hoskins</display-text>
  <roles><entry>participant</entry></roles>
  <endpoint entity="sip:bob@pc33.example.com"><display-text>Bob's Laptop</display-text><status>disconnected</status>
    <disconnection-method>departed</disconnection-method>
    <media id="1"><display-text>main audio</display-text><type>audio</type><label>34567</label><src-id>432424</src-id>
      <status>sendrecv</status></media></endpoint></user>`;
const ALICE = `<user entity="sip:alice@example.com" state="full"><display-text>Alice</display-text>
  <endpoint entity="sip:alice@pc"><status>connected</status><joining-method>dialed-out</joining-method></endpoint></user>`;

const WHOLE = conference(
  1,
  'full',
  `<conference-description><display-text>Sales</display-text><subject>Agenda</subject>
     <maximum-user-count>50</maximum-user-count></conference-description>
   <conference-state><user-count>33</user-count><active>true</active><locked>0</locked></conference-state>
   <users>${BOB}${ALICE}</users>`,
);

describe('conference-info', () => {
  test('[PRO-09] the example of RFC 4575 section 7.1 is read', () => {
    expect(readConferenceInfo(WHOLE)).toEqual({
      entity: 'sips:conf233@example.com',
      displayText: 'Sales',
      subject: 'Agenda',
      maximumUserCount: 50,
      userCount: 33,
      active: true,
      locked: false,
      users: [
        {
          entity: 'sip:bob@example.com',
          displayText: 'Bob Hoskins',
          roles: ['participant'],
          endpoints: [
            {
              entity: 'sip:bob@pc33.example.com',
              displayText: "Bob's Laptop",
              status: 'disconnected',
              joiningMethod: null,
              disconnectionMethod: 'departed',
              media: [
                {
                  id: '1',
                  displayText: 'main audio',
                  type: 'audio',
                  label: '34567',
                  sourceId: '432424',
                  status: 'sendrecv',
                },
              ],
            },
          ],
        },
        {
          entity: 'sip:alice@example.com',
          displayText: 'Alice',
          roles: [],
          endpoints: [
            {
              entity: 'sip:alice@pc',
              displayText: null,
              status: 'connected',
              joiningMethod: 'dialed-out',
              disconnectionMethod: null,
              media: [],
            },
          ],
        },
      ],
    });
  });

  test.each([
    ['another namespace', WHOLE.replace('conference-info"', 'other"')],
    ['a bomb', WHOLE.replace('<?xml version="1.0"?>', BOMB)],
    ['nothing', ''],
  ])('[PRO-09] %s is none', (_, body) => {
    expect(readConferenceInfo(body)).toBeUndefined();
    expect(new ConferenceTracker().receive(body)).toBe('unreadable');
  });

  test('[PRO-09] a part changes what it names and leaves the rest (section 4.6)', () => {
    const tracker = new ConferenceTracker();
    tracker.receive(WHOLE);
    const part = `<conference-state state="partial"><user-count>32</user-count></conference-state>
      <users state="partial"><user entity="sip:bob@example.com" state="partial">
        <endpoint entity="sip:bob@pc33.example.com" state="partial"><status>connected</status></endpoint></user></users>`;
    expect(tracker.receive(conference(2, 'partial', part))).toBe('applied');
    const { state } = tracker;
    expect(state).toMatchObject({ userCount: 32, active: true, subject: 'Agenda' });
    expect(state?.users).toHaveLength(2);
    expect(state?.users[0]).toMatchObject({
      displayText: 'Bob Hoskins',
      endpoints: [{ status: 'connected', displayText: "Bob's Laptop", media: [{ label: '34567' }] }],
    });
  });

  test('[PRO-09] a part adds, replaces and deletes users by their key', () => {
    const tracker = new ConferenceTracker();
    tracker.receive(WHOLE);
    const users = (): string[] => tracker.state?.users.map(({ entity }) => entity) ?? [];
    const part = (content: string): string => `<users state="partial">${content}</users>`;
    tracker.receive(conference(2, 'partial', part('<user entity="sip:bob@example.com" state="deleted"/>')));
    expect(users()).toEqual(['sip:alice@example.com']);
    tracker.receive(
      conference(3, 'partial', part('<user entity="sip:carol@example.com"><display-text>C</display-text></user>')),
    );
    expect(users()).toEqual(['sip:alice@example.com', 'sip:carol@example.com']);
    tracker.receive(conference(4, 'partial', part('<user entity="sip:alice@example.com" state="full"/>')));
    expect(tracker.state?.users[0]?.endpoints).toEqual([]);
    tracker.receive(conference(5, 'partial', `<users>${BOB}</users>`));
    expect(users()).toEqual(['sip:bob@example.com']);
    tracker.receive(conference(6, 'partial', '<users state="deleted"/>'));
    expect(users()).toEqual([]);
  });

  test('[PRO-09] a part after a gap, or before the whole, is not applied, and the whole has to be asked for', () => {
    const tracker = new ConferenceTracker();
    const gone = '<users state="deleted"/>';
    expect(tracker.receive(conference(1, 'partial', gone))).toBe('incomplete');
    tracker.receive(WHOLE);
    expect(tracker.receive(conference(3, 'partial', gone))).toBe('incomplete');
    expect(tracker.state?.users).toHaveLength(2);
    expect(tracker.receive(conference(4, 'full', ''))).toBe('applied');
    expect(tracker.state?.users).toHaveLength(0);
  });

  test('[PRO-09] an older or equal version is discarded', () => {
    const tracker = new ConferenceTracker();
    tracker.receive(WHOLE);
    expect(tracker.receive(conference(1, 'full', ''))).toBe('ignored');
    expect(tracker.receive(conference(0, 'partial', ''))).toBe('ignored');
    expect(tracker.state?.users).toHaveLength(2);
  });

  test('[PRO-09] media and entries are known by their own keys (section 4.4), other elements by their order', () => {
    const tracker = new ConferenceTracker();
    const user = (state: string, content: string): string =>
      `<users state="partial"><user entity="sip:bob@example.com" state="${state}">${content}</user></users>`;
    const roles = (...names: readonly string[]): string =>
      `<roles>${names.map((name) => `<entry>${name}</entry>`).join('')}</roles>`;
    const media = '<media id="1"><type>audio</type></media><media label="b"><type>video</type></media>';
    const endpoint = (state: string, content: string): string =>
      `<endpoint entity="sip:bob@pc" state="${state}">${content}</endpoint>`;
    tracker.receive(conference(1, 'full', user('full', roles('host', 'speaker') + endpoint('full', media))));
    const changed =
      '<media id="1" state="partial"><status>sendonly</status></media><media label="b" state="deleted"/><media id="2"/>';
    const part = user('partial', endpoint('partial', changed));
    expect(tracker.receive(conference(2, 'partial', part))).toBe('applied');
    const [bob] = tracker.state?.users ?? [];
    expect(bob?.roles).toEqual(['host', 'speaker']);
    expect(bob?.endpoints[0]?.media).toMatchObject([
      { id: '1', type: 'audio', status: 'sendonly' },
      { id: '2', type: null, status: null },
    ]);
  });

  test('[PRO-09] a whole without version or state is taken as such; what has no name or key is kept apart', () => {
    const tracker = new ConferenceTracker();
    const whole = (content: string): string =>
      `<conference-info xmlns="urn:ietf:params:xml:ns:conference-info">${content}</conference-info>`;
    const odd = '<users><user/><user><endpoint><media/></endpoint></user></users>';
    expect(tracker.receive(whole(odd))).toBe('applied');
    expect(tracker.state?.users.map(({ entity, endpoints }) => [entity, endpoints.length])).toEqual([
      ['', 0],
      ['', 1],
    ]);
    // Without a version a part cannot be told from one that is late.
    const part = whole('<users state="deleted"/>').replace('<conference-info ', '<conference-info state="partial" ');
    expect(tracker.receive(part)).toBe('incomplete');
    expect(tracker.receive(part.replace('<conference-info ', '<conference-info version="0" '))).toBe('applied');
    expect(tracker.state?.users).toEqual([]);
  });

  test('[PRO-09] a conference that is deleted is gone', () => {
    const tracker = new ConferenceTracker();
    tracker.receive(WHOLE);
    expect(tracker.receive(conference(2, 'deleted', ''))).toBe('applied');
    expect([tracker.state, tracker.deleted]).toEqual([undefined, true]);
  });

  test('[PRO-09] a large conference is merged in a moment', () => {
    const many = (state: string): string =>
      Array.from({ length: 4000 }, (_, id) => `<user entity="sip:${id}@x" state="${state}"><roles/></user>`).join('');
    const tracker = new ConferenceTracker();
    tracker.receive(conference(1, 'full', `<users>${many('full')}</users>`));
    const start = process.cpuUsage();
    expect(tracker.receive(conference(2, 'partial', `<users state="partial">${many('partial')}</users>`))).toBe(
      'applied',
    );
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
    expect(tracker.state?.users).toHaveLength(4000);
  });
});
