import { describe, expect, it } from 'vitest';
import { Machine, type MachineEvent, type MachineTable } from '../base/machine.ts';
import { type ClientActions, type ClientEvent } from './client-machine.ts';
import { inviteClientTable } from './invite-client-machine.ts';
import { inviteServerTable } from './invite-server-machine.ts';
import { nonInviteClientTable } from './non-invite-client-machine.ts';
import { nonInviteServerTable } from './non-invite-server-machine.ts';
import type { ServerActions, ServerEvent } from './server-machine.ts';

/** What each cell must do: state, event, new state, actions. Cells that are not named must not exist. */
type Cells = readonly (readonly [from: string, event: string, to: string, ...actions: string[]])[];

const CLIENT_EVENTS: readonly ClientEvent['type'][] = [
  ...(['provisional', 'success', 'failure', 'release', 'transportError'] as const),
  ...(['timerA', 'timerB', 'timerD', 'timerE', 'timerF', 'timerK', 'timerM', 'timerCancel'] as const),
];

const SERVER_EVENTS: readonly ServerEvent['type'][] = [
  ...(['provisional', 'success', 'failure', 'request', 'ack', 'transportError'] as const),
  ...(['timerG', 'timerH', 'timerI', 'timerJ', 'timerL', 'timerTrying', 'timerWorking', 'timerLate'] as const),
];

const INVITE_CLIENT: Cells = [
  ['calling', 'timerA', 'calling', 'retransmit A'],
  ['calling', 'timerB', 'terminated', 'timeout'],
  ['calling', 'provisional', 'proceeding', 'stop', 'provisional *'],
  ['calling', 'success', 'accepted', 'stop', 'start M', 'final *'],
  ['calling', 'failure', 'completed', 'stop', 'acknowledge *', 'start D', 'final *'],
  ['calling', 'transportError', 'terminated', 'transportError *'],
  ['proceeding', 'provisional', 'proceeding', 'provisional *'],
  ['proceeding', 'success', 'accepted', 'stop', 'start M', 'final *'],
  ['proceeding', 'failure', 'completed', 'stop', 'acknowledge *', 'start D', 'final *'],
  ['proceeding', 'timerCancel', 'terminated', 'timeout'],
  ['proceeding', 'transportError', 'terminated', 'transportError *'],
  ['completed', 'failure', 'completed', 'acknowledge *'],
  ['completed', 'success', 'completed', 'stray *'],
  ['completed', 'timerD', 'terminated'],
  ['completed', 'transportError', 'terminated'],
  ['accepted', 'success', 'accepted', 'final *'],
  ['accepted', 'timerM', 'terminated'],
  ['accepted', 'release', 'terminated'],
];

const NON_INVITE_CLIENT: Cells = [
  ['trying', 'timerE', 'trying', 'retransmit E'],
  ['trying', 'timerF', 'terminated', 'timeout'],
  ['trying', 'provisional', 'proceeding', 'provisional *'],
  ['trying', 'success', 'completed', 'stop', 'start K', 'final *'],
  ['trying', 'failure', 'completed', 'stop', 'start K', 'final *'],
  ['trying', 'transportError', 'terminated', 'transportError *'],
  ['proceeding', 'timerE', 'proceeding', 'retransmitSlowly'],
  ['proceeding', 'timerF', 'terminated', 'timeout'],
  ['proceeding', 'provisional', 'proceeding', 'provisional *'],
  ['proceeding', 'success', 'completed', 'stop', 'start K', 'final *'],
  ['proceeding', 'failure', 'completed', 'stop', 'start K', 'final *'],
  ['proceeding', 'transportError', 'terminated', 'transportError *'],
  ['completed', 'timerK', 'terminated'],
];

const INVITE_SERVER: Cells = [
  ['proceeding', 'timerTrying', 'proceeding', 'trying'],
  ['proceeding', 'request', 'proceeding', 'repeat'],
  ['proceeding', 'provisional', 'proceeding', 'stop', 'send *'],
  ['proceeding', 'success', 'accepted', 'stop', 'start L', 'forward *'],
  ['proceeding', 'failure', 'completed', 'stop', 'start G', 'start H', 'send *'],
  ['proceeding', 'transportError', 'proceeding', 'transportError *'],
  ['completed', 'timerG', 'completed', 'retransmit G'],
  ['completed', 'request', 'completed', 'repeat'],
  ['completed', 'ack', 'confirmed', 'stop', 'start I', 'acknowledged'],
  ['completed', 'timerH', 'terminated', 'timeout'],
  ['completed', 'transportError', 'completed', 'transportError *'],
  ['accepted', 'request', 'accepted'],
  ['accepted', 'success', 'accepted', 'forward *'],
  ['accepted', 'timerL', 'terminated'],
  ['accepted', 'transportError', 'accepted', 'transportError *'],
  ['confirmed', 'ack', 'confirmed'],
  ['confirmed', 'timerI', 'terminated'],
];

const NON_INVITE_SERVER: Cells = [
  ['trying', 'request', 'trying'],
  ['trying', 'timerWorking', 'proceeding', 'trying'],
  ['trying', 'provisional', 'proceeding', 'send *'],
  ['trying', 'success', 'completed', 'stop', 'start J', 'send *'],
  ['trying', 'failure', 'completed', 'stop', 'start J', 'send *'],
  ['trying', 'timerLate', 'terminated', 'timeout'],
  ['trying', 'transportError', 'trying', 'transportError *'],
  ['proceeding', 'request', 'proceeding', 'repeat'],
  ['proceeding', 'provisional', 'proceeding', 'send *'],
  ['proceeding', 'success', 'completed', 'stop', 'start J', 'send *'],
  ['proceeding', 'failure', 'completed', 'stop', 'start J', 'send *'],
  ['proceeding', 'timerLate', 'terminated', 'timeout'],
  ['proceeding', 'transportError', 'proceeding', 'transportError *'],
  ['completed', 'request', 'completed', 'repeat'],
  ['completed', 'timerJ', 'terminated'],
  ['completed', 'transportError', 'completed', 'transportError *'],
];

/** Notes each action with its timer; what else it is given shows as a star. */
function recorder(notes: string[]): object {
  const shown = (given: unknown): string => (typeof given === 'string' && given.length === 1 ? given : '*');
  return new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...given: unknown[]) =>
          notes.push([String(name), ...given.map(shown)].join(' ')),
    },
  );
}

/** Every state with every event: the step it takes, or none. */
function walk<State extends string, Event extends MachineEvent, Subject extends object>(
  table: MachineTable<State, Event, Subject>,
  events: readonly Event['type'][],
): Cells {
  const cells: [string, string, string, ...string[]][] = [];
  for (const from of Object.keys(table) as State[]) {
    for (const type of events) {
      const notes: string[] = [];
      const machine = new Machine(table, recorder(notes) as Subject, from);
      const event = { type, response: {}, text: 'SIP/2.0', error: new Error('down') } as unknown as Event;
      const taken = machine.send(event);
      expect(taken).toBe(machine.state !== from || table[from][type] !== undefined);
      if (taken) cells.push([from, type, machine.state, ...notes]);
    }
  }
  return cells;
}

/** In any order. */
function sorted(cells: Cells): Cells {
  return [...cells].sort((a, b) => `${a[0]} ${a[1]}`.localeCompare(`${b[0]} ${b[1]}`));
}

describe('[PRO-02] state tables, cell by cell', () => {
  it('[PRO-02] INVITE client: RFC 3261 figure 5 as RFC 6026 has it', () => {
    expect(sorted(walk<string, ClientEvent, ClientActions>(inviteClientTable, CLIENT_EVENTS))).toEqual(
      sorted(INVITE_CLIENT),
    );
  });

  it('[PRO-02] non-INVITE client: RFC 3261 figure 6', () => {
    expect(sorted(walk<string, ClientEvent, ClientActions>(nonInviteClientTable, CLIENT_EVENTS))).toEqual(
      sorted(NON_INVITE_CLIENT),
    );
  });

  it('[PRO-02] INVITE server: RFC 3261 figure 7 as RFC 6026 has it', () => {
    expect(sorted(walk<string, ServerEvent, ServerActions>(inviteServerTable, SERVER_EVENTS))).toEqual(
      sorted(INVITE_SERVER),
    );
  });

  it('[PRO-02] non-INVITE server: RFC 3261 figure 8 with RFC 4320', () => {
    expect(sorted(walk<string, ServerEvent, ServerActions>(nonInviteServerTable, SERVER_EVENTS))).toEqual(
      sorted(NON_INVITE_SERVER),
    );
  });
});
