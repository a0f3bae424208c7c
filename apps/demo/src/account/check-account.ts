import { words } from '../words.ts';
import type { Account, PhoneSettings } from './account.ts';

/** What is wrong with each field, in words. */
export type Problems = Readonly<Partial<Record<keyof Account | keyof PhoneSettings, string>>>;

/** Checks what was typed before anything is sent. An empty result means that all is well. */
export function checkAccount(account: Account, page: Pick<Location, 'protocol'> = window.location): Problems {
  const server = serverProblem(account.server, page);
  const address = addressProblem(account.address);
  return { ...(server !== null && { server }), ...(address !== null && { address }) };
}

/** Checks the settings beside the account. */
export function checkSettings({ tone, ringFor }: PhoneSettings): Problems {
  const toneFits = tone === null || (tone >= 100 && tone <= 4000);
  const ringFits = ringFor >= 1 && ringFor <= 600;
  return { ...(!toneFits && { tone: words.fields.frequency }), ...(!ringFits && { ringFor: words.fields.ring }) };
}

function serverProblem(server: string, page: Pick<Location, 'protocol'>): string | null {
  if (server === '') return words.fields.required(words.signIn.server);
  if (!URL.canParse(server)) return words.fields.serverScheme;
  const { protocol, host } = new URL(server);
  if ((protocol !== 'ws:' && protocol !== 'wss:') || host === '') return words.fields.serverScheme;
  return protocol === 'ws:' && page.protocol === 'https:' ? words.fields.serverInsecure : null;
}

function addressProblem(address: string): string | null {
  if (address === '') return words.fields.required(words.signIn.address);
  return /^(sips?:)?[^@\s:]+@[^@\s]+$/i.test(address) ? null : words.fields.address;
}
