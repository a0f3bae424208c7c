import type { IncomingMessage } from '../message/incoming-message.ts';
import { parseMessage } from '../message/parse-message.ts';
import type { PhoneOptions } from './phones.ts';
import type { FakeNetwork } from './fake-network.ts';

/** What a phone writes to its socket, to the letter. */
export class WireTap {
  /** Every frame since the last {@link clear}, keep-alives left out. */
  frames: string[] = [];

  /** What a phone has to be made with. */
  options(network: FakeNetwork, configuration: PhoneOptions['configuration'] = {}): PhoneOptions {
    return {
      configuration: {
        ...configuration,
        platform: {
          createWebSocket: (url, protocols) => {
            const socket = network.createWebSocket(url, protocols);
            const send = socket.send.bind(socket);
            socket.send = (data) => {
              if (data.trim() !== '') this.frames.push(data);
              send(data);
            };
            return socket;
          },
        },
      },
    };
  }

  clear(): void {
    this.frames = [];
  }

  /** The first frame that is a request of this method or a response to one, of 101 and more. */
  find(method: string): string | undefined {
    return this.frames.find(
      (frame) => new RegExp(`^CSeq: \\d+ ${method}\r$`, 'm').test(frame) && !/^(ACK|CANCEL|SIP\/2.0 100) /.test(frame),
    );
  }
}

/**
 * Reads a frame as the most careful of receivers.
 *
 * @returns its header names as they were written, one for each line
 * @throws Error that says what is wrong with it
 */
export function inspect(frame: string): { readonly names: readonly string[]; readonly message: IncomingMessage } {
  const end = frame.indexOf('\r\n\r\n');
  const head = frame.slice(0, end);
  if (/\r(?!\n)|(?<!\r)\n/.test(head)) throw new Error('a lone CR or LF');
  // In a quoted pair it may be (RFC 3261 section 25.1).
  if (head.replaceAll('\\\0', '').includes('\0')) throw new Error('a NUL');
  const [, ...lines] = head.split('\r\n');
  const names = lines.map((line) => {
    const name = /^([\w.!%*+`'~-]+): ?/.exec(line)?.[1];
    if (name === undefined) throw new Error(`no header line: ${JSON.stringify(line)}`);
    return name;
  });
  const length = Number(/^Content-Length: (\d+)$/m.exec(head.replaceAll('\r', ''))?.[1]);
  const body = frame.slice(end + 4);
  if (new TextEncoder().encode(body).length !== length) throw new Error(`Content-Length ${length}`);
  const parsed = parseMessage(frame);
  if (!parsed.ok) throw new Error(`${parsed.failure.code}: ${parsed.failure.reason}`);
  const malformed = parsed.message.malformed();
  if (malformed !== undefined) throw new Error(`malformed ${malformed.header}: ${malformed.reason}`);
  return { names, message: parsed.message };
}
