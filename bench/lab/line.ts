/** One end of a {@link Line}: what a library's socket is made of. */
export interface LineEnd {
  receive: (text: string) => void;
  send(text: string): void;
}

/**
 * A connection in memory. Like a WebSocket it carries UTF-8, and each message arrives in a task of its own, as a string
 * that nothing else refers to.
 */
export class Line {
  readonly a: LineEnd;
  readonly b: LineEnd;
  /** How many messages went over it. */
  messages = 0;
  /** Their first lines, while `records` is set. */
  readonly log: string[] = [];
  records = false;

  constructor() {
    const ends: LineEnd[] = [];
    const end = (other: number): LineEnd => ({
      receive: () => undefined,
      send: (text) => {
        this.messages++;
        if (this.records) this.log.push(text.slice(0, text.indexOf('\r\n')));
        const octets = Buffer.from(text, 'utf8');
        setImmediate(() => ends[other]?.receive(octets.toString('utf8')));
      },
    });
    this.a = end(1);
    this.b = end(0);
    ends.push(this.a, this.b);
  }
}
