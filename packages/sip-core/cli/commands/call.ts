import { setTimeout as wait } from 'node:timers/promises';
import type { EndCause, Inviter } from '@hookswitch/sip-core';
import { explainEnd, explainMediaAddress, explainResponse } from '../advice.ts';
import type { Phone } from '../phone.ts';
import type { Terminal } from '../terminal.ts';
import { report } from './report.ts';

/** Seconds a call may ring. */
const LONGEST_RING = 60;

/** Calls, holds the line for a while, and hangs up; signalling only. */
export async function call(
  { ua, tried }: Phone,
  terminal: Terminal,
  { target, seconds, server }: { readonly target: string; readonly seconds: number; readonly server: string },
): Promise<boolean> {
  const began = performance.now();
  const session = ua.invite(target);
  const at = (): string => `${((performance.now() - began) / 1000).toFixed(2)} s`;
  let ended: EndCause | undefined;
  let sdp = '';
  session.on('progress', (response) => {
    if (response !== undefined && response.statusCode > 100)
      terminal.line(`${response.statusCode} ${response.reasonPhrase} after ${at()}`);
  });
  session.on('accepted', (answer) => {
    sdp = answer?.response.body ?? '';
  });
  session.on('rejected', (response) => {
    if (response !== null) report(terminal, explainResponse(response, tried('INVITE')));
  });

  if (!(await answered(session))) {
    if (session.cause !== null) terminal.line(`The call ${explainEnd(session.cause)}.`, 'bad');
    else {
      terminal.line(`Nobody answered within ${LONGEST_RING} s.`, 'bad');
      await session.terminate();
    }
    return false;
  }
  terminal.line(`Answered after ${at()}.`, 'good');
  const trouble = explainMediaAddress(sdp, server);
  if (trouble !== undefined) report(terminal, trouble);
  const over = new Promise<void>((resolve) => {
    session.once('terminated', () => {
      ended = session.cause ?? undefined;
      resolve();
    });
  });
  await Promise.race([over, wait(seconds * 1000)]);
  if (ended !== undefined) {
    terminal.line(`The call ${explainEnd(ended)}.`);
    return true;
  }
  await session.bye();
  terminal.line(`Hung up after ${at()}.`);
  return trouble === undefined;
}

function answered(session: Inviter): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(false);
    }, LONGEST_RING * 1000);
    const done = (value: boolean): void => {
      clearTimeout(timer);
      resolve(value);
    };
    session.once('accepted', () => done(true));
    session.once('terminated', () => done(false));
  });
}
