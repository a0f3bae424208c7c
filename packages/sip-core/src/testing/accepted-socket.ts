import type { Link } from './link.ts';

/** The part of a server-side socket that is used; those of the `ws` package fit. */
export interface AcceptedSocket {
  send(data: string): void;
  close(code?: number, reason?: string): void;
  /** Cuts the connection without a close frame. */
  terminate?(): void;
  on(event: 'message', listener: (data: { toString(): string }) => void): unknown;
  on(event: 'close', listener: (code: number) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Makes a real socket the far end of a link. */
export function attachSocket(socket: AcceptedSocket, link: Link): void {
  socket.on('message', (data) => link.sendToServer(data.toString()));
  socket.on('close', () => link.closeByClient());
  // `close` follows; without a listener the error would end the process.
  socket.on('error', () => {});
  link.client.onMessage = (text) => socket.send(text);
  link.client.onClose = (info) => {
    if (info.code === 1006 && socket.terminate !== undefined) socket.terminate();
    else socket.close(info.code === 1005 || info.code === 1006 ? 1000 : info.code, info.reason);
  };
}
