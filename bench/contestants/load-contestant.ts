import type { Contestant, ContestantName } from './contestant.ts';

/** Loads one library, and only that: what the others would do to the heap and to the engine stays out. */
export async function loadContestant(name: ContestantName): Promise<Contestant> {
  switch (name) {
    case 'Hookswitch':
      return (await import('./hookswitch.ts')).hookswitch;
    case 'SIP.js':
      return (await import('./sip-js.ts')).sipJs;
    case 'JsSIP':
      return (await import('./js-sip.ts')).jsSipContestant;
    case 'sip':
      return (await import('./plain-parsers.ts')).sipContestant();
    case 'drachtio-sip':
      return (await import('./plain-parsers.ts')).drachtioContestant();
  }
}
