import type { Advice } from '../advice.ts';
import type { Terminal } from '../terminal.ts';

/** Says what happened, and on a second line what to do. */
export function report(terminal: Terminal, { what, next }: Advice): void {
  terminal.line(what, 'bad');
  terminal.line(`  ${next}`);
}
