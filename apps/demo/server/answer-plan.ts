/** What one side declares it does with a medium (RFC 8866 section 6.7). */
export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** What we do with each accepted media line, by its mid. */
export type Agreement = ReadonlyMap<string, Direction>;

/** How an offer is answered with the help of a stack that knows less of offers than we do. */
export interface AnswerPlan {
  /** What the stack gets to see: the accepted media lines, each with `sendrecv`. */
  readonly offer: string;
  /** Makes the answer from the one of the stack: refused lines are put back, directions are those agreed. */
  finish(answer: string): string;
  readonly agreement: Agreement;
}

interface Section {
  readonly text: string;
  readonly kind: string;
  readonly mid: string;
  readonly port: number;
  readonly direction: Direction;
}

const DIRECTION = /^a=(sendrecv|sendonly|recvonly|inactive)[ \t]*$/m;

/**
 * Plans an answer. werift takes `inactive` for a refusal, goes on sending to `sendonly`, and gives up on media it knows
 * nothing of: it is kept from seeing any of that.
 *
 * @param accepts - whether media of a kind are wanted
 * @throws Error when nothing is left
 */
export function planAnswer(offer: string, accepts: (kind: string) => boolean): AnswerPlan {
  const { head, sections } = parse(offer);
  const accepted = sections.filter((section) => section.port !== 0 && accepts(section.kind));
  if (accepted.length === 0) throw new Error('The offer has nothing in it that fits.');
  const agreement = new Map(accepted.map(({ mid, direction }) => [mid, mirror(direction)]));
  return {
    offer: [bundle(head, accepted), ...accepted.map(({ text }) => withDirection(text, 'sendrecv'))].join(''),
    agreement,
    finish(answer) {
      const inner = parse(answer);
      const answers = new Map(inner.sections.map((section) => [section.mid, section.text]));
      const texts = sections.map((section) => {
        const text = answers.get(section.mid);
        return text === undefined ? refusal(section) : withDirection(text, agreement.get(section.mid) ?? 'inactive');
      });
      return [inner.head, ...texts].join('');
    },
  };
}

/** What we do after our offer was answered; `sdp` is what the stack gets to see of the answer. */
export function readAnswer(answer: string): { readonly sdp: string; readonly agreement: Agreement } {
  const { head, sections } = parse(answer);
  return {
    sdp: [head, ...sections.map(({ text }) => withDirection(text, 'sendrecv'))].join(''),
    agreement: new Map(sections.map(({ mid, port, direction }) => [mid, port === 0 ? 'inactive' : mirror(direction)])),
  };
}

/** Whether a side that declares this sends. */
export function sends(direction: Direction | undefined): boolean {
  return direction === 'sendrecv' || direction === 'sendonly';
}

/** What fits the direction of the other side when we would do everything (RFC 3264 section 6.1). */
function mirror(direction: Direction): Direction {
  if (direction === 'sendonly') return 'recvonly';
  return direction === 'recvonly' ? 'sendonly' : direction;
}

function parse(sdp: string): { head: string; sections: Section[] } {
  const [head = '', ...texts] = sdp.split(/^(?=m=)/m);
  const common = directionOf(head) ?? 'sendrecv';
  const sections = texts.map((text, at) => {
    const [, kind = '', port = '0'] = /^m=(\S+) (\d+)/.exec(text) ?? [];
    const mid = /^a=mid:(\S+)/m.exec(text)?.[1] ?? String(at);
    return { text, kind, mid, port: Number(port), direction: directionOf(text) ?? common };
  });
  return { head, sections };
}

function directionOf(text: string): Direction | undefined {
  return DIRECTION.exec(text)?.[1] as Direction | undefined;
}

function withDirection(text: string, direction: Direction): string {
  if (DIRECTION.test(text)) return text.replace(DIRECTION, `a=${direction}`);
  return `${text.trimEnd()}\r\na=${direction}\r\n`;
}

/** RFC 3264 section 6: a refused line is answered with port 0, in its place. */
function refusal({ text, mid }: Section): string {
  const line = (/^m=.*/.exec(text)?.[0] ?? '').trimEnd().replace(/^m=(\S+) \S+/, 'm=$1 0');
  return `${line}\r\nc=IN IP4 0.0.0.0\r\na=mid:${mid}\r\na=inactive\r\n`;
}

function bundle(head: string, sections: readonly Section[]): string {
  const mids = sections.map((section) => section.mid).join(' ');
  return head.replace(/^a=group:BUNDLE.*$/m, `a=group:BUNDLE ${mids}`);
}
