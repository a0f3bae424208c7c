/** A piece of a connection's bytes that goes on as a whole. */
export interface Frame {
  readonly bytes: Buffer;
  /** The message, where it is a text or binary frame; messages here are never fragmented. */
  readonly text?: string;
}

/** Cuts the bytes of one direction into the handshake and the frames after it (RFC 6455 section 5.2). */
export class WebSocketFrames {
  #rest = Buffer.alloc(0);
  #open = false;

  /** Takes bytes as they come, and returns what is complete. */
  take(data: Buffer): readonly Frame[] {
    this.#rest = Buffer.concat([this.#rest, data]);
    const frames: Frame[] = [];
    for (let frame = this.#next(); frame !== undefined; frame = this.#next()) frames.push(frame);
    return frames;
  }

  #next(): Frame | undefined {
    if (this.#open) {
      const length = frameLength(this.#rest);
      return length === undefined || this.#rest.length < length ? undefined : readFrame(this.#cut(length));
    }
    const end = this.#rest.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    this.#open = true;
    return { bytes: this.#cut(end + 4) };
  }

  #cut(length: number): Buffer {
    const bytes = Buffer.from(this.#rest.subarray(0, length));
    this.#rest = this.#rest.subarray(length);
    return bytes;
  }
}

/** Octets before the payload, and of it; nothing while the length is not there yet. */
function layout(bytes: Buffer): { readonly head: number; readonly payload: number } | undefined {
  if (bytes.length < 2) return undefined;
  const mask = (bytes.readUInt8(1) & 0x80) === 0 ? 0 : 4;
  const short = bytes.readUInt8(1) & 0x7f;
  if (short < 126) return { head: 2 + mask, payload: short };
  const size = short === 126 ? 2 : 8;
  if (bytes.length < 2 + size) return undefined;
  const payload = size === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  return { head: 2 + size + mask, payload };
}

function frameLength(bytes: Buffer): number | undefined {
  const found = layout(bytes);
  return found && found.head + found.payload;
}

function readFrame(bytes: Buffer): Frame {
  const found = layout(bytes);
  const kind = bytes.readUInt8(0) & 0x0f;
  if (found === undefined || (kind !== 1 && kind !== 2)) return { bytes };
  const payload = Buffer.from(bytes.subarray(found.head));
  if ((bytes.readUInt8(1) & 0x80) !== 0) {
    const mask = bytes.subarray(found.head - 4, found.head);
    payload.forEach((octet, at) => payload.writeUInt8(octet ^ mask.readUInt8(at & 3), at));
  }
  return { bytes, text: payload.toString('utf8') };
}
