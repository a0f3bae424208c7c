import process from 'node:process';
import { createInterface } from 'node:readline';

/** How a line is meant. */
export type Tone = 'plain' | 'good' | 'bad' | 'faint';

/** Where a command writes, and asks. */
export interface Terminal {
  line(text: string, tone?: Tone): void;
  /** Asks for a secret without showing it; `undefined` where nobody can answer. */
  askSecret(question: string): Promise<string | undefined>;
}

const colours: Readonly<Record<Tone, string>> = {
  plain: '',
  good: '\u001B[32m',
  bad: '\u001B[31m',
  faint: '\u001B[2m',
};

/** The terminal of this process; in colour where it is one and `NO_COLOR` is not set. */
export function processTerminal(): Terminal {
  const { stdin, stdout, env } = process;
  const coloured = stdout.isTTY && (env['NO_COLOR'] ?? '') === '';
  // Whoever read us has seen enough, as `head` does.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    line(text, tone = 'plain') {
      const shown = printable(text);
      stdout.write(coloured && tone !== 'plain' ? `${colours[tone]}${shown}\u001B[0m\n` : `${shown}\n`);
    },
    askSecret(question) {
      if (!stdin.isTTY) return Promise.resolve(undefined);
      stdout.write(question);
      const lines = createInterface({ input: stdin, terminal: true });
      return new Promise((resolve) => {
        lines.once('line', (answer) => {
          lines.close();
          stdout.write('\n');
          resolve(answer);
        });
      });
    },
  };
}

/** What a server writes must not move the cursor or recolour the screen. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}]/gu, (character) => (character === '\t' ? ' ' : '\uFFFD'));
}
