/** The port is in use by another program. */
export class PortTakenError extends Error {
  readonly code = 'PORT_TAKEN';
  readonly port: number;

  constructor(port: number) {
    super(`Port ${String(port)} is taken by another program. Stop that one, or choose another port with --port.`);
    this.name = 'PortTakenError';
    this.port = port;
  }
}
