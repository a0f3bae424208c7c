import { describe, expect, it } from 'vitest';
import { launch } from './support/launch.ts';
import { PATIENCE, type Person } from './support/person.ts';
import { freePort, Stage } from './support/stage.ts';

const stage = Stage.forThisFile();

/** The phone works: it calls 601 and hears its tone. */
async function works(person: Person): Promise<void> {
  await person.isFree();
  await person.dial('601');
  await person.isTalking();
  await person.hears(440);
  await person.press('Hang up');
  await person.isIdle();
}

describe('signing in', () => {
  it('[APP-01] says that the password is wrong, and takes the right one', async () => {
    const alice = await stage.visitor();
    await alice.signInTo(stage.server.sipUrl, 'alice@example.com', 'guess');
    await alice.sees('Wrong name or password');
    await alice.sees('RESPONSE (SIP 401)');
    expect((await alice.snapshot()).status).not.toBe('connected');
    await alice.signInTo(stage.server.sipUrl, 'alice@example.com', 'wonderland');
    await alice.isReady();
    await works(alice);
  });

  it('[APP-01] says that the server does not know the account', async () => {
    const nobody = await stage.visitor();
    await nobody.signInTo(stage.server.sipUrl, 'nobody@example.com', 'secret');
    await nobody.sees('The server does not know this account');
    await nobody.sees('RESPONSE (SIP 404)');
    await nobody.press('Sign in as Alice');
    await nobody.isReady();
    await works(nobody);
  });

  it('[APP-01] says beside the field what is wrong with it, before anything is sent', async () => {
    const alice = await stage.visitor();
    await alice.signInTo('sip.example.com', 'alice', '');
    await alice.sees('It starts with wss:// or ws://, such as wss://sip.example.com.');
    await alice.sees('It has the form name@server, such as alice@example.com.');
    await expect
      .poll(() => alice.page.evaluate(() => document.activeElement?.getAttribute('name')), PATIENCE)
      .toBe('server');
  });
});

describe('a call that comes to nothing', () => {
  it('[APP-01] is busy', async () => {
    const alice = await stage.guest('account=alice&tone=440');
    await alice.press('Call Busy line');
    await alice.sees('Line busy');
    await alice.endedBecause({ code: 'BUSY', statusCode: 486, by: 'remote' });
    await alice.hasLeftNothing();
    await works(alice);
  });

  it('[APP-01] goes to a number that nobody has', async () => {
    const alice = await stage.guest('account=alice&tone=440');
    await alice.dial('12345');
    await alice.sees('No such number');
    await alice.endedBecause({ code: 'NOT_FOUND', statusCode: 404, by: 'remote' });
    await alice.hasLeftNothing();
    await works(alice);
  });

  it('[APP-01] is not answered, and taken back', async () => {
    const alice = await stage.guest('account=alice&tone=440');
    await alice.press('Call No answer');
    await alice.sees('Ringing their phone…');
    await alice.press('Hang up');
    await alice.sees('You cancelled the call');
    await alice.endedBecause({ code: 'CANCELED', by: 'local' });
    await alice.hasLeftNothing();
    await works(alice);
  });

  it('[CFG-03] is not answered in the time that the other side gives it', async () => {
    const [alice, bob] = await Promise.all([stage.guest('account=alice&tone=440'), stage.guest('account=bob&ring=2')]);
    await alice.press('Call Bob');
    await bob.sees('Incoming call');
    await bob.endedBecause({ code: 'NO_ANSWER' });
    await alice.sees('Not available');
    await alice.endedBecause({ code: 'UNAVAILABLE', statusCode: 480 });
    await bob.sees('Missed');
    await Promise.all([works(alice), works(bob)]);
  });

  it('[APP-01] is declined', async () => {
    const [alice, bob] = await Promise.all([
      stage.guest('account=alice&tone=440'),
      stage.guest('account=bob&tone=660'),
    ]);
    await alice.press('Call Bob');
    await bob.press('Decline');
    await bob.endedBecause({ code: 'REJECTED', by: 'local' });
    await bob.sees('Declined');
    await alice.sees('Not available');
    await alice.endedBecause({ code: 'UNAVAILABLE', statusCode: 480, by: 'remote' });
    await Promise.all([works(alice), works(bob)]);
  });

  it('[MED-06] is refused the microphone, and a test tone takes its place', async () => {
    const browser = await launch('denied');
    stage.afterwards(() => browser.close());
    const alice = await stage.guest('account=alice', browser);
    await alice.dial('600');
    await alice.sees('The microphone is blocked');
    await alice.endedBecause({ code: 'MEDIA_DENIED' });
    await alice.isFree();
    await alice.press('Use a test tone instead');
    await alice.sees('Tone 440 Hz');
    await alice.isReady();
    await works(alice);
  });
});

describe('answering', () => {
  it('[MED-06] without a microphone fails in words, and ends the call for both', async () => {
    const browser = await launch('denied');
    stage.afterwards(() => browser.close());
    const [alice, bob] = await Promise.all([
      stage.guest('account=alice&tone=440'),
      stage.guest('account=bob', browser),
    ]);
    await alice.press('Call Bob');
    await bob.press('Answer');
    await bob.sees('The microphone is blocked');
    await bob.endedBecause({ code: 'MEDIA_DENIED' });
    await alice.endedBecause({ by: 'remote' });
    await alice.hasLeftNothing();
    await works(alice);
  });
});

describe('the server', () => {
  it('[NET-02] is down at first, and the phone signs in when it is up', async () => {
    const port = await freePort();
    const alice = await stage.visitor();
    await alice.signInTo(`ws://127.0.0.1:${port}/sip`, 'alice@example.com', 'wonderland');
    await alice.sees(/^Connection lost, trying again/);
    await alice.sees('You cannot call or be called until it is back.');
    expect(await alice.snapshot()).toMatchObject({ status: 'reconnecting', error: { code: 'CONNECT_FAILED' } });
    await stage.otherServer({ port });
    await alice.isReady();
    await works(alice);
  });

  it('[NET-02] is restarted, and the phone registers again', async () => {
    const first = await stage.otherServer();
    const alice = await stage.visitor();
    await alice.signInTo(first.sipUrl, 'alice@example.com', 'wonderland');
    await alice.isReady();
    await first.close();
    await alice.sees(/^Connection lost, trying again/);
    expect(await alice.snapshot()).toMatchObject({ status: 'reconnecting' });
    const second = await stage.otherServer({ port: first.port });
    await alice.isReady();
    await expect.poll(() => second.network.registrar.contacts('alice'), PATIENCE).toHaveLength(1);
    await works(alice);
    const { sockets } = await alice.open();
    expect(sockets).toBe(1);
  });
});
