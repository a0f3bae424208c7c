/*
 * The examples of the reference documents, word for word; only what they import is another. An address that the
 * documents hide is one of the network in memory, and what they leave to the reader is looked at by the test.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as core from '../index.ts';
import type {
  Invitation,
  InvitationAcceptOptions,
  InviterOptions,
  Referral,
  RegistererOptions,
  Session,
  UserAgentOptions,
} from '../index.ts';
import { createFakeMedia } from '../testing/fake-media.ts';
import { type Phone, PhoneBox } from '../testing/phones.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { NOTHING } from '../testing/transfer-fixture.ts';

const { Inviter, Registerer, SessionState } = core;

let box: PhoneBox;
let disposals: (() => void | Promise<void>)[];
/** What the documents call `SIP` or `JsSIP`: this package, on the network in memory. */
let SIP: typeof core;

beforeEach(() => {
  box = new PhoneBox();
  disposals = [];
  const parts = (): Pick<core.UAConfiguration, 'platform' | 'sessionDescriptionHandlerFactory'> => ({
    sessionDescriptionHandlerFactory: createFakeMedia(),
    platform: {
      clock: box.clock,
      random: seededRandom(1000 + disposals.length),
      logger: { log: () => undefined },
      createWebSocket: box.network.createWebSocket,
    },
  });
  class UA extends core.UA {
    constructor(configuration: string | core.UAConfiguration = {}) {
      super({ ...parts(), ...(typeof configuration === 'string' ? { uri: configuration } : configuration) });
      disposals.push(() => this.dispose());
    }
  }
  class UserAgent extends core.UserAgent {
    constructor(options: core.UserAgentOptions = {}) {
      super({ ...parts(), transportOptions: { server: box.network.server }, ...options });
      disposals.push(() => {
        this.dispose();
      });
    }
  }
  SIP = { ...core, UA, UserAgent };
});

afterEach(async () => {
  const disposed = Promise.all(disposals.map(async (dispose) => dispose()));
  await box.close();
  await disposed;
  expect(box.leaks()).toEqual(NOTHING);
});

describe('document 000', () => {
  test('[UA-02] creates a user agent named bob, connects, and registers to receive invitations', async () => {
    // Create a user agent named bob, connect, and register to receive invitations.
    var bob = new SIP.UA({
      uri: 'bob@example.com',
      wsServers: ['wss://sip-ws.example.com'],
      register: true,
    });
    expect(bob.configuration.registerExpires).toBe(600);
    expect(bob.isConnected()).toBe(false);
    bob.start();
    await box.run(500);
    expect(bob.isConnected()).toBe(true);
  });

  test('[UA-04] registers and unregisters with header fields of its own', async () => {
    var myUA = new SIP.UA({ ...box.configuration('alice'), register: false });
    myUA.start();
    await box.run(100);
    const registered: unknown[] = [];
    myUA.on('registered', function () {
      registered.push('registered');
    });
    myUA.on('unregistered', function (response, cause) {
      registered.push(cause);
    });

    var options = {
      extraHeaders: ['X-Foo: foo', 'X-Bar: bar'],
    };

    myUA.register(options);
    await box.run(100);
    {
      var options2 = {
        all: true,
        extraHeaders: ['X-Foo: foo', 'X-Bar: bar'],
      };

      myUA.unregister(options2);
    }
    await box.run(100);
    expect(registered).toEqual(['registered', null]);
    const sent = box.network.trace.find('REGISTER').filter((each) => each.text.includes('X-Foo: foo\r\nX-Bar: bar'));
    expect(sent.some((each) => each.text.includes('Contact: *'))).toBe(true);
  });

  test('[UA-05] sends a message, and is told of one', async () => {
    const alerts: string[] = [];
    const alert = (text: string): void => void alerts.push(text);
    // Create a user agent named bob, connect, and register to receive invitations.
    var bob = new SIP.UA({
      ...box.configuration('bob'),
      wsServers: ['wss://sip-ws.example.com'],
      register: true,
    });
    bob.start();
    bob.on('message', onMessage);

    function onMessage(message: { readonly body: string }): void {
      alert(message.body);
    }
    await box.until(() => bob.isRegistered());
    const { ua: myUA } = await box.phone('alice');

    var message = myUA.message('bob@example.com', 'Hello, Bob!');
    expect(message.body).toBe('Hello, Bob!');
    await box.run(500);
    expect(alerts).toEqual(['Hello, Bob!']);
  });

  test('[UA-06] subscribes to the presence of somebody', async () => {
    const { ua: myUA } = await box.phone('alice');
    const bob = box.network.scriptedPeer('bob');

    var subscription = myUA.subscribe('bob@example.com', 'presence');

    const request = await bob.expect('SUBSCRIBE');
    expect(request.header('Event')).toBe('presence');
    expect(request.expires).toBe(3600);
    bob.respond(request, 489);
    await box.run(100);
    expect(subscription).toBeDefined();
  });

  test('[UA-07] invites with constraints of its own', async () => {
    const { ua: myUA, media } = await box.phone('alice');
    const bob = await box.phone('bob');

    var session = myUA.invite('bob@example.com', {
      sessionDescriptionHandlerOptions: {
        constraints: {
          audio: true,
          video: false,
        },
      },
    });

    await box.until(() => bob.incoming.length === 1);
    expect(session.method).toBe('INVITE');
    expect(media.handlers).toHaveLength(1);
  });

  test('[UA-12] asks about a REFER outside of any call, and does as it is told', async () => {
    const { ua } = await box.phone('alice');
    const dave = box.network.scriptedPeer('dave');
    const validateRequest = (context: Referral): boolean => context.referredBy?.uri.user === 'dave';
    ua.on('outOfDialogReferRequested', function (referServerContext) {
      if (validateRequest(referServerContext)) {
        referServerContext.accept();
      } else {
        referServerContext.reject();
      }
    });
    const headers = ['Refer-To: <sip:bob@example.com>'];
    await dave.expectResponse(603, dave.request('REFER', 'sip:alice@example.com', { headers }));
    const request = dave.request('REFER', 'sip:alice@example.com', {
      headers: [...headers, 'Referred-By: <sip:dave@example.com>'],
    });
    await dave.expectResponse(202, request);
    dave.respond(await dave.expect('NOTIFY'), 481);
    await box.run(100);
  });
});

describe('document 001', () => {
  let alice: Phone;
  let bob: Phone;
  let call: Session;

  beforeEach(async () => {
    alice = await box.phone('alice');
    bob = await box.phone('bob');
    const myUA = bob.ua;
    // Accept an inbound (User Agent Server) Session
    myUA.on('invite', function (session) {
      session.accept();
    });
    // Create a new outbound (User Agent Client) Session
    var session = alice.ua.invite('bob@example.com');
    call = session;
    await box.until(() => session.state === 'Established');
  });

  test('[SES-01] sends tones one by one, and several with options', async () => {
    const tones: string[] = [];
    call.on('dtmf', function (request, dtmf) {
      tones.push(`${dtmf.tone} ${dtmf.duration}`);
    });
    {
      call.dtmf(1);
      call.dtmf(4);
    }
    await box.run(3000);
    {
      var symbols = '1234#';
      var extraHeaders = ['X-Foo: foo', 'X-Bar: bar'];
      var options = {
        duration: 160,
        interToneGap: 1200,
        extraHeaders: extraHeaders,
      };
      call.dtmf(symbols, options);
    }
    await box.run(10_000);
    expect(tones).toEqual(['1 100', '4 100', '1 160', '2 160', '3 160', '4 160', '# 160']);
  });

  test('[SES-05] tells the contexts of REFER apart by their classes', async () => {
    await box.phone('carol');
    const told: string[] = [];
    for (const session of [call, bob.incoming[0]]) {
      session?.on('referRequested', function (context) {
        // Outgoing REFER Request
        if (context instanceof SIP.ReferClientContext) {
          // Set up event listeners
          context.on('referRequestAccepted', () => told.push('sent, and accepted'));
          return;
        }

        // Incoming REFER Request
        if (context instanceof SIP.ReferServerContext) {
          // Set up event listeners
          context.on('referRequestAccepted', () => told.push('received, and accepted'));
          context.accept();
          return;
        }
      });
    }
    call.refer('carol');
    await box.run(500);
    expect(told).toEqual(['received, and accepted', 'sent, and accepted']);
  });

  test('[SES-07] has the variables of the document', async () => {
    expect(call.startTime).toBeInstanceOf(Date);
    expect(call.endTime).toBeUndefined();
    expect(call.ua).toBe(alice.ua.userAgent);
    expect(call.method).toBe('INVITE');
    expect(call.request?.method).toBe('INVITE');
    expect(call.localIdentity).toBeInstanceOf(SIP.NameAddrHeader);
    expect(call.remoteIdentity.uri).toBeInstanceOf(SIP.URI);
    expect(call.data).toEqual({});
    expect(SIP.WebRTC.SessionDescriptionHandler).toBe(SIP.Web.SessionDescriptionHandler);
    const ends: unknown[] = [];
    call.on('terminated', function (message, cause) {
      ends.push(message, cause);
    });
    call.bye({ status_code: 487, reason_phrase: 'Enough' });
    await box.run(100);
    expect(ends).toEqual([null, SIP.C.causes.BYE]);
    expect(call.endTime).toBeInstanceOf(Date);
  });
});

describe('document 002', () => {
  test('[MOD-01] creates a user agent, takes and places calls, and makes a transfer', async () => {
    const { UserAgent } = SIP;
    const carol = await box.phone('carol');
    const bob = await box.phone('bob');
    const states: string[] = [];

    /*
     * Create a user agent
     */
    const uri = UserAgent.makeURI('sip:alice@example.com');
    if (!uri) {
      throw new Error('Failed to create URI');
    }
    const userAgentOptions: UserAgentOptions = {
      uri,
      /* ... */
      authorizationPassword: 'wonderland',
    };
    const userAgent = new UserAgent(userAgentOptions);

    /*
     * Setup handling for incoming INVITE requests
     */
    userAgent.delegate = {
      onInvite(invitation: Invitation): void {
        // An Invitation is a Session
        const incomingSession: Session = invitation;

        // Setup incoming session delegate
        incomingSession.delegate = {
          // Handle incoming REFER request.
          onRefer(referral: Referral): void {
            // ...
            void referral.reject();
          },
        };

        // Handle incoming session state changes.
        incomingSession.stateChange.addListener((newState: core.SessionState) => {
          switch (newState) {
            case SessionState.Establishing:
              // Session is establishing.
              states.push('in establishing');
              break;
            case SessionState.Established:
              // Session has been established.
              states.push('in established');
              break;
            case SessionState.Terminated:
              // Session has terminated.
              states.push('in terminated');
              break;
            default:
              break;
          }
        });

        // Handle incoming INVITE request.
        let constrainsDefault: MediaStreamConstraints = {
          audio: true,
          video: false,
        };

        const options: InvitationAcceptOptions = {
          sessionDescriptionHandlerOptions: {
            constraints: constrainsDefault,
          },
        };

        incomingSession.accept(options);
      },
    };

    /*
     * Create a Registerer to register user agent
     */
    const registererOptions: RegistererOptions = {/* ... */};
    const registerer = new Registerer(userAgent, registererOptions);
    let outgoing: Session | undefined;

    /*
     * Start the user agent
     */
    userAgent.start().then(() => {
      // Register the user agent
      registerer.register();

      // Send an outgoing INVITE request
      const target = UserAgent.makeURI('sip:bob@example.com');
      if (!target) {
        throw new Error('Failed to create target URI.');
      }

      // Create a new Inviter
      const inviterOptions: InviterOptions = {/* ... */};
      const inviter = new Inviter(userAgent, target, inviterOptions);

      // An Inviter is a Session
      const outgoingSession: Session = inviter;
      outgoing = outgoingSession;

      // Setup outgoing session delegate
      outgoingSession.delegate = {
        // Handle incoming REFER request.
        onRefer(referral: Referral): void {
          // ...
          void referral.reject();
        },
      };

      // Handle outgoing session state changes.
      outgoingSession.stateChange.addListener((newState: core.SessionState) => {
        switch (newState) {
          case SessionState.Establishing:
            // Session is establishing.
            states.push('out establishing');
            break;
          case SessionState.Established:
            // Session has been established.
            states.push('out established');
            break;
          case SessionState.Terminated:
            // Session has terminated.
            states.push('out terminated');
            break;
          default:
            break;
        }
      });

      // Send the INVITE request
      inviter
        .invite()
        .then(() => {
          // INVITE sent
          states.push('out sent');
        })
        .catch((error: Error) => {
          // INVITE did not send
          states.push(error.message);
        });
    });
    await box.until(() => bob.incoming.length === 1);
    void bob.incoming[0]?.accept();
    await box.until(() => outgoing?.state === 'Established');
    expect(states).toEqual(['out establishing', 'out sent', 'out established']);

    const outgoingSession = outgoing;
    if (outgoingSession === undefined) throw new Error('no call');
    bob.incoming[0]?.on('referRequested', (context) => {
      if (context instanceof core.Referral) {
        void context.accept().then(() => context.makeInviter().invite());
      }
    });
    // Send an outgoing REFER request
    const transferTarget = UserAgent.makeURI('sip:carol@example.com');

    if (!transferTarget) {
      throw new Error('Failed to create transfer target URI.');
    }

    outgoingSession.refer(transferTarget, {
      // Example of extra headers in REFER request
      requestOptions: {
        extraHeaders: ['X-Referred-By-Someone: Username'],
      },
      requestDelegate: {
        onAccept(): void {
          // ...
          states.push('refer accepted');
        },
      },
    });
    await box.until(() => carol.incoming.length === 1);
    expect(states.at(-1)).toBe('refer accepted');
    expect(bob.incoming[0]?.request.callId).not.toBe(carol.incoming[0]?.request.callId);
    void carol.incoming[0]?.accept();
    await box.until(() => outgoingSession.state === 'Terminated');
    expect(outgoingSession.cause?.code).toBe('TRANSFERRED');

    // And a call that comes in.
    const ringing = carol.ua.invite('alice');
    await box.until(() => ringing.state === 'Established');
    expect(states.slice(-2)).toEqual(['in establishing', 'in established']);
    await Promise.all([userAgent.stop(), box.run(1000)]);
    expect(states.at(-1)).toBe('in terminated');
    await Promise.all([registerer.dispose(), box.run(1000)]);
  });

  test('[MOD-07] connects again by the recipe that is written by hand', async () => {
    const window = new EventTarget();
    const setTimeout = (action: () => void, delay: number): unknown => box.clock.setTimeout(action, delay);
    const userAgent = new SIP.UserAgent({
      uri: SIP.UserAgent.makeURI('sip:alice@example.com'),
      authorizationPassword: 'wonderland',
      delegate: {},
    });
    const registerer = new Registerer(userAgent);
    if (userAgent.delegate === undefined) throw new Error('no delegate');

    // Number of times to attempt reconnection before giving up
    const reconnectionAttempts = 3;
    // Number of seconds to wait between reconnection attempts
    const reconnectionDelay = 4;

    // Used to guard against overlapping reconnection attempts
    let attemptingReconnection = false;
    // If false, reconnection attempts will be discontinued or otherwise prevented
    let shouldBeConnected = true;

    // Function which recursively attempts reconnection
    const attemptReconnection = (reconnectionAttempt = 1): void => {
      // If not intentionally connected, don't reconnect.
      if (!shouldBeConnected) {
        return;
      }

      // Reconnection attempt already in progress
      if (attemptingReconnection) {
        return;
      }

      // Reconnection maximum attempts reached
      if (reconnectionAttempt > reconnectionAttempts) {
        return;
      }

      // We're attempting a reconnection
      attemptingReconnection = true;

      setTimeout(
        () => {
          // If not intentionally connected, don't reconnect.
          if (!shouldBeConnected) {
            attemptingReconnection = false;
            return;
          }
          // Attempt reconnect
          userAgent
            .reconnect()
            .then(() => {
              // Reconnect attempt succeeded
              attemptingReconnection = false;
            })
            .catch((error: Error) => {
              // Reconnect attempt failed
              attemptingReconnection = false;
              attemptReconnection(++reconnectionAttempt);
            });
        },
        reconnectionAttempt === 1 ? 0 : reconnectionDelay * 1000,
      );
    };

    // Handle connection with server established
    userAgent.delegate.onConnect = () => {
      // On connecting, register the user agent
      registerer.register().catch((e: Error) => {
        // Register failed
      });
    };

    // Handle connection with server lost
    userAgent.delegate.onDisconnect = (error?: Error) => {
      // On disconnect, cleanup invalid registrations
      registerer.unregister().catch((e: Error) => {
        // Unregister failed
      });
      // Only attempt to reconnect if network/server dropped the connection (if there is an error)
      if (error) {
        attemptReconnection();
      }
    };

    // Monitor network connectivity and attempt reconnection when browser goes online
    window.addEventListener('online', () => {
      attemptReconnection();
    });

    userAgent.start();
    await box.until(() => registerer.state === 'Registered');
    let losses = 0;
    userAgent.transport.events.on('disconnected', () => (losses += 1));
    box.network.closeSockets();
    await box.until(() => losses === 1);
    await box.until(() => userAgent.isConnected() && registerer.state === 'Registered');
    expect(attemptingReconnection).toBe(false);
    shouldBeConnected = false;
    await Promise.all([userAgent.stop(), box.run(1000)]);
    window.dispatchEvent(new Event('online'));
    await box.run(20_000);
    expect(userAgent.isConnected()).toBe(false);
    await Promise.all([registerer.dispose(), box.run(1000)]);
  });
});

describe('document 003', () => {
  test('[CFG-01] makes a cool phone', async () => {
    const JsSIP = SIP;

    var configuration = {
      ws_servers: 'ws://sip-ws.example.com',
      uri: 'sip:alice@example.com',
      password: 'superpassword',
    };

    var coolPhone = new JsSIP.UA(configuration);
    expect(coolPhone.configuration).toMatchObject({ wsServers: [{ url: 'ws://sip-ws.example.com' }], register: true });
    expect(JSON.stringify(coolPhone.getSnapshot())).not.toContain('superpassword');
    coolPhone.start();
    await box.run(100);
    expect(coolPhone.isConnected()).toBe(true);
  });
});

describe('document 004', () => {
  test('[CTX-01] a request tells what becomes of it, and can be given up', async () => {
    const { ua } = await box.phone('alice');
    const dave = box.network.scriptedPeer('dave');
    const context = ua.request('OPTIONS', 'dave', { extraHeaders: ['X-Foo: foo'] });
    expect(context.ua).toBe(ua);
    expect(context.method).toBe('OPTIONS');
    expect(context.request.method).toBe('OPTIONS');
    expect(context.localIdentity).toBeInstanceOf(SIP.NameAddrHeader);
    expect(context.remoteIdentity.uri.user).toBe('dave');
    expect(context.data).toEqual({});
    const told: string[] = [];
    context.on('accepted', function (response, cause) {
      told.push(`accepted ${response.statusCode} ${cause}`);
    });
    const options = await dave.expect('OPTIONS');
    expect(options.header('X-Foo')).toBe('foo');
    dave.respond(options, 200);
    await box.run(100);
    expect(told).toEqual(['accepted 200 OK']);

    const refused = ua.request('OPTIONS', 'dave');
    refused.on('rejected', function (response, cause) {
      told.push(`rejected ${response.statusCode} ${cause}`);
    });
    refused.on('failed', function (response, cause) {
      told.push(`failed ${response?.statusCode ?? 'null'} ${cause}`);
    });
    dave.respond(await dave.expect('OPTIONS'), 486);
    await box.run(100);
    expect(told.slice(1).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['rejected 486', 'failed 486']);
  });
});
