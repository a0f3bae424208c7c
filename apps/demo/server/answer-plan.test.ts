import { describe, expect, it } from 'vitest';
import { planAnswer, readAnswer, sends } from './answer-plan.ts';

const media = (kind: string, mid: string, ...lines: string[]): string =>
  [`m=${kind} 9 UDP/TLS/RTP/SAVPF 0`, `a=mid:${mid}`, ...lines, ''].join('\r\n');
const head = (mids: string): string => `v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\na=group:BUNDLE ${mids}\r\n`;

describe('planAnswer', () => {
  it('[APP-01] hides what the stack cannot take, and puts it back refused', () => {
    const offer = head('a v d') + media('audio', 'a', 'a=sendonly') + media('video', 'v') + media('application', 'd');
    const plan = planAnswer(offer, (kind) => kind === 'audio');
    expect(plan.offer).toBe(head('a') + media('audio', 'a', 'a=sendrecv'));
    const answer = plan.finish(head('a') + media('audio', 'a', 'a=sendrecv'));
    expect(answer.split(/\r\n(?=m=)/).map((section) => section.split('\r\n')[0])).toEqual([
      'v=0',
      'm=audio 9 UDP/TLS/RTP/SAVPF 0',
      'm=video 0 UDP/TLS/RTP/SAVPF 0',
      'm=application 0 UDP/TLS/RTP/SAVPF 0',
    ]);
    expect(answer).toContain('a=mid:a\r\na=recvonly\r\n');
    expect([...plan.agreement]).toEqual([['a', 'recvonly']]);
  });

  it('[APP-01] answers each direction with the one that fits', () => {
    const answers = (['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const).map((direction) => {
      const { agreement } = planAnswer(head('0') + media('audio', '0', `a=${direction}`), () => true);
      return [agreement.get('0'), sends(agreement.get('0'))];
    });
    expect(answers).toEqual([
      ['sendrecv', true],
      ['recvonly', false],
      ['sendonly', true],
      ['inactive', false],
    ]);
  });

  it('[APP-01] refuses an offer without sound', () => {
    expect(() => planAnswer(head('v') + media('video', 'v'), (kind) => kind === 'audio')).toThrow(/nothing/);
  });
});

describe('readAnswer', () => {
  it('[APP-01] tells what was agreed', () => {
    const { agreement, sdp } = readAnswer(head('0') + media('audio', '0', 'a=recvonly'));
    expect(agreement.get('0')).toBe('sendonly');
    expect(sdp).toContain('a=sendrecv');
  });
});
