import type { Contestant } from '../contestants/contestant.ts';
import { nameAddrs, uris } from '../corpus/addresses.ts';
import { messages } from '../corpus/messages.ts';
import { videoOffer } from '../corpus/sessions.ts';
import { connected } from '../lab/stage.ts';
import type { VirtualTimers } from '../lab/virtual-timers.ts';
import type { RepeatedWork } from './work.ts';

/** Does an operation so many times. */
export type Operation = (times: number) => Promise<void> | void;

/** Whatever an operation gives goes here, so that no engine finds out that nobody wants it. */
let sink = 0;

/** The operation of a work; `undefined` when the library cannot do it. */
export async function prepare(
  work: RepeatedWork,
  contestant: Contestant,
  timers: VirtualTimers,
): Promise<Operation | undefined> {
  switch (work) {
    case 'parse': {
      const { parse } = contestant;
      return parse === undefined ? undefined : over(fresh(Object.values(messages)), (text) => (sink += parse(text)));
    }
    case 'parse only':
      return over(fresh(Object.values(messages)), contestant.parseOnly);
    case 'uri':
      return over(fresh(uris.filter((text) => reads(contestant.uri, text))), contestant.uri);
    case 'name-addr':
      return over(fresh(nameAddrs.filter((text) => reads(contestant.nameAddr, text))), contestant.nameAddr);
    case 'invite': {
      const { invite } = contestant;
      return invite === undefined ? undefined : over(fresh([videoOffer]), (body) => (sink += invite(body).length));
    }
    case 'call':
    case 'register':
    case 'message':
      return prepareTraffic(work, contestant, timers);
  }
}

async function prepareTraffic(
  work: 'call' | 'register' | 'message',
  contestant: Contestant,
  timers: VirtualTimers,
): Promise<Operation | undefined> {
  if (contestant.phone === undefined) return undefined;
  const { alice, line } = await connected(contestant.phone, work === 'register');
  const once = {
    call: async () => (await alice.call()).hangUp(),
    register: () => alice.register(),
    message: () => alice.message('Lunch at noon?'),
  }[work];
  // Both ends must have said what the measure is about, and no more.
  line.records = true;
  await once();
  line.records = false;
  checkTraffic(work, line.log);
  let done = 0;
  return async (times) => {
    for (let i = 0; i < times; i++) {
      await once();
      // Every now and then the 32 s pass that a transaction lingers.
      if (++done % 50 === 0) timers.advance(33_000);
    }
  };
}

/** Every message once, each time as a string of its own, decoded as a socket gives it: a literal would be in caches. */
function fresh(texts: readonly string[]): readonly string[] {
  return Array.from({ length: 8 }, () => texts.map((text) => Buffer.from(text, 'utf8').toString('utf8'))).flat();
}

function over(texts: readonly string[], act: ((text: string) => unknown) | undefined): Operation | undefined {
  if (act === undefined) return undefined;
  return (times) => {
    for (let i = 0; i < times; i++) {
      for (const text of texts) if (act(text) === undefined) sink++;
    }
  };
}

/** How many operations one time of {@link over} is. */
export function operationsOf(work: RepeatedWork, contestant: Contestant): number {
  if (work === 'parse' || work === 'parse only') return 8 * Object.keys(messages).length;
  if (work === 'uri') return 8 * uris.filter((text) => reads(contestant.uri, text)).length;
  if (work === 'name-addr') return 8 * nameAddrs.filter((text) => reads(contestant.nameAddr, text)).length;
  return work === 'invite' ? 8 : 1;
}

function reads(read: ((text: string) => unknown) | undefined, text: string): boolean {
  const result = read?.(text);
  return result !== undefined && result !== null;
}

const expected: Readonly<Record<'call' | 'register' | 'message', RegExp>> = {
  call: /^INVITE .*\n(SIP\/2\.0 100 .*\n)?SIP\/2\.0 180 .*\nSIP\/2\.0 200 .*\nACK .*\nBYE .*\nSIP\/2\.0 200 .*$/,
  register: /^REGISTER .*\nSIP\/2\.0 401 .*\nREGISTER .*\nSIP\/2\.0 200 .*$/,
  message: /^MESSAGE .*\nSIP\/2\.0 200 .*$/,
};

function checkTraffic(work: 'call' | 'register' | 'message', log: readonly string[]): void {
  if (!expected[work].test(log.join('\n'))) throw new Error(`Not the ${work} that is measured:\n${log.join('\n')}`);
}
