import { parseArgs } from 'node:util';
import { Uri } from '@hookswitch/sip-core';

/** What every command needs to know. */
export interface Account {
  readonly uri: string;
  readonly server: string;
  readonly user: string | undefined;
  readonly origin: string | undefined;
  readonly insecure: boolean;
  /** Answer no challenge that wants MD5. */
  readonly refuseMd5: boolean;
}

/** What was asked for. */
export interface CommandLine {
  readonly command: 'register' | 'ping' | 'call' | 'listen';
  readonly account: Account;
  /** Whom to call or ping; the account's own domain for a ping without one. */
  readonly target: string | undefined;
  /** Seconds a call is held, or listened for. */
  readonly seconds: number;
  /** Whole messages under the ladder. */
  readonly messages: boolean;
}

/** Printed for `--help`, and when the command line makes no sense. */
export const usage = `See what a SIP server does, over WebSocket, as a browser would.

Usage: npx @hookswitch/sip-core <command> --server wss://sip.example.com --account alice@example.com

  register          connect, register, say what the server granted, see whether it can reach us, unregister
  ping [address]    ask the server, or an address, what it can do (OPTIONS)
  call <number>     call, say what comes of it, hold the line, hang up (signalling only: a terminal has no sound)
  listen            register and show whatever comes in

  --server URL      WebSocket of the server, such as wss://sip.example.com:8443/ws
  --account URI     who we are, such as alice@example.com
  --user NAME       user name for authentication, where it is not the one of the account
  --seconds N       how long a call is held (default 3), or listened for (default 60)
  --messages        show whole messages, secrets masked
  --origin URL      say that we come from this page, for servers that check it
  --insecure        take any certificate, and say what a browser would hold against it
  --no-md5          answer no challenge that wants MD5 (RFC 8760)

The password is asked for, or read from SIP_PASSWORD: on a command line every process of the machine could read it.
`;

/** The command line makes no sense; the message is for a person. */
export class UsageError extends Error {}

const commands = ['register', 'ping', 'call', 'listen'] as const;

/**
 * Reads the command line.
 *
 * @returns `help` when that was asked for
 * @throws UsageError with a sentence that says what to write instead
 */
export function readCommandLine(args: readonly string[]): CommandLine | 'help' {
  const { values, positionals } = parse(args);
  const [name, target, ...rest] = positionals;
  if (values.help || (name === undefined && args.length === 0)) return 'help';
  const command = commands.find((each) => each === name);
  if (command === undefined) throw new UsageError(`Name a command: ${commands.join(', ')}.`);
  if (rest.length > 0) throw new UsageError(`"${rest.join(' ')}" is one word too many.`);
  if (command === 'call' && target === undefined) throw new UsageError('Whom shall we call? Try: call 600');
  if (target !== undefined && (command === 'register' || command === 'listen')) {
    throw new UsageError(`"${command}" takes no address; the account is given by --account.`);
  }
  const seconds = Number(values.seconds ?? (command === 'listen' ? 60 : 3));
  if (!(seconds >= 0 && seconds <= 86_400)) throw new UsageError('--seconds must be a number from 0 to 86400.');
  return {
    command,
    target,
    seconds,
    messages: values.messages,
    account: {
      uri: address(values.account),
      server: webSocket(values.server),
      user: values.user,
      origin: values.origin,
      insecure: values.insecure,
      refuseMd5: values['no-md5'],
    },
  };
}

function address(value: string | undefined): string {
  if (value === undefined) throw new UsageError('Say who we are: --account alice@example.com');
  const uri = Uri.parse(/^sips?:/i.test(value) ? value : `sip:${value}`);
  if (uri?.user === undefined || uri.user === '' || uri.password !== undefined) {
    throw new UsageError('--account must be a SIP address without a password, such as alice@example.com.');
  }
  return uri.toString();
}

function webSocket(value: string | undefined): string {
  if (value === undefined) throw new UsageError('Name the server: --server wss://sip.example.com');
  if (!/^wss?:\/\//i.test(value) || !URL.canParse(value)) {
    throw new UsageError(
      `"${value}" is no WebSocket: it must begin with wss:// or ws://. SIP over UDP or TCP is not spoken.`,
    );
  }
  return value;
}

interface Parsed {
  readonly positionals: readonly string[];
  readonly values: {
    readonly server?: string | undefined;
    readonly account?: string | undefined;
    readonly user?: string | undefined;
    readonly origin?: string | undefined;
    readonly seconds?: string | undefined;
    readonly insecure: boolean;
    readonly 'no-md5': boolean;
    readonly messages: boolean;
    readonly help: boolean;
  };
}

function parse(args: readonly string[]): Parsed {
  if (args.some((each) => /^--password(=|$)/.test(each))) {
    throw new UsageError('Give the password by SIP_PASSWORD, or type it when asked: others can read a command line.');
  }
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        server: { type: 'string', short: 's' },
        account: { type: 'string', short: 'a' },
        user: { type: 'string', short: 'u' },
        origin: { type: 'string' },
        seconds: { type: 'string' },
        insecure: { type: 'boolean', default: false },
        'no-md5': { type: 'boolean', default: false },
        messages: { type: 'boolean', short: 'm', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
