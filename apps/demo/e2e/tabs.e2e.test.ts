import type { SharedSnapshot } from '@hookswitch/sip-core';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type {} from './in-page/bare-phone.ts';
import { eventually, PATIENCE } from './support/person.ts';
import { Stage } from './support/stage.ts';

const stage = Stage.forThisFile();

async function context(): Promise<BrowserContext> {
  const made = await stage.browser.newContext();
  stage.afterwards(() => made.close());
  return made;
}

/** A page with a phone of this user. */
async function phone(within: BrowserContext, user: 'alice' | 'carol'): Promise<Page> {
  const page = await within.newPage();
  await page.goto(stage.server.url);
  await page.addScriptTag({ type: 'module', content: `import '/bare.js';` });
  await page.waitForFunction(() => 'bare' in window);
  const { network, sipUrl } = stage.server;
  const account = network.accounts.find((each) => each.user === user);
  await page.evaluate((given) => window.bare.start(given), {
    uri: network.uri(user),
    password: account?.password ?? '',
    wsServers: sipUrl,
    resumeCalls: 'automatic' as const,
    tone: 440,
  });
  return page;
}

const shown = (page: Page): Promise<SharedSnapshot> => page.evaluate(() => window.bare.snapshot());

async function registered(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    await eventually(async () => expect((await shown(page)).phone.registration.status).toBe('registered'));
  }
}

async function byRole(pages: readonly Page[]): Promise<{ leader: Page; followers: readonly Page[] }> {
  const roles = await Promise.all(pages.map(async (page) => (await shown(page)).role));
  const leader = pages[roles.indexOf('leader')];
  if (leader === undefined) throw new Error(`No tab leads: ${roles.join(', ')}.`);
  return { leader, followers: pages.filter((page) => page !== leader) };
}

describe('tabs of one account', () => {
  it('[NET-05] one registers, calls are shown in both, and the survivor takes over within 2 s', async () => {
    const browser = await context();
    const pages = [await phone(browser, 'alice'), await phone(browser, 'alice')];
    await registered(...pages);
    const { leader, followers } = await byRole(pages);
    const [follower] = followers;
    if (follower === undefined) throw new Error('There is one tab only.');
    const { registrar } = stage.server.network;
    expect(registrar.contacts('alice')).toHaveLength(1);

    const bob = await stage.guest('account=bob&tone=660');
    await bob.dial('alice');
    await eventually(async () => expect((await shown(follower)).phone.sessions).toMatchObject([{ phase: 'incoming' }]));
    const session = (await shown(follower)).phone.sessions[0]?.id ?? '';
    await follower.evaluate((id) => window.bare.act({ name: 'answer', session: id }), session);
    await bob.isTalking();
    await bob.hears(440);
    await follower.evaluate((id) => window.bare.act({ name: 'hold', session: id }), session);
    await bob.callIs({ hold: { local: false, remote: true } });
    await follower.evaluate((id) => window.bare.act({ name: 'hangUp', session: id }), session);
    await bob.isFree();

    const closed = Date.now();
    await leader.close();
    await follower.waitForFunction(() => window.bare.snapshot().role === 'leader', undefined, { polling: 20 });
    const took = (await follower.evaluate((at) => window.bare.registeredAt(at), closed)) - closed;
    console.log(`The survivor is registered after ${String(took)} ms`);
    expect(took).toBeLessThan(2000);
    await bob.dial('alice');
    await eventually(async () => expect((await shown(follower)).phone.sessions).toMatchObject([{ phase: 'incoming' }]));
    await bob.press('Hang up');
  });
});

describe('a page that stood still', () => {
  it('[NET-02] connects and registers at once when it goes on, after its connection was lost meanwhile', async () => {
    const page = await phone(await context(), 'carol');
    await registered(page);
    const registers = (): number =>
      stage.server.network.trace.entries.filter(({ text }) => /^REGISTER[^]*sip:carol@/.test(text)).length;
    const before = registers();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    // The headless browser says so, and freezes nothing: the debugger does.
    await devtools.send('Debugger.enable');
    await devtools.send('Debugger.pause');
    stage.server.network.closeSockets({ user: 'carol', clean: false });
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(registers()).toBe(before);
    await devtools.send('Debugger.resume');
    await devtools.send('Debugger.disable');
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    const began = Date.now();
    await expect.poll(registers, { ...PATIENCE, timeout: 5000 }).toBeGreaterThan(before);
    await registered(page);
    console.log(`Registered ${String(Date.now() - began)} ms after it went on`);
  });

  it('[NET-02] notices when it is online again that its connection is dead', async () => {
    const browser = await context();
    const page = await phone(browser, 'carol');
    await registered(page);
    // The first ping has been answered: from now on silence counts.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await browser.setOffline(true);
    stage.server.network.freeze({ user: 'carol' });
    await browser.setOffline(false);
    const began = Date.now();
    const status = async (): Promise<string> => (await shown(page)).phone.status;
    await expect.poll(status, { timeout: 20_000, interval: 50 }).toBe('reconnecting');
    await expect.poll(status, PATIENCE).toBe('connected');
    console.log(`Noticed and connected again after ${String(Date.now() - began)} ms`);
    expect(Date.now() - began).toBeLessThan(15_000);
  });
});
