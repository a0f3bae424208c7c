import type { Contestant, Phone, PhoneSettings } from '../contestants/contestant.ts';
import { videoAnswer, videoOffer } from '../corpus/sessions.ts';
import { Line } from './line.ts';
import { accountSecret, MiniRegistrar } from './registrar.ts';

const settings = (user: string, peer: string): PhoneSettings => ({
  user,
  peer,
  offer: videoOffer,
  answer: videoAnswer,
});

/** A phone and what it is connected to: another phone of the same library, or a registrar. */
export async function connected(
  phone: NonNullable<Contestant['phone']>,
  toRegistrar: boolean,
): Promise<{ readonly alice: Phone; readonly line: Line }> {
  const line = new Line();
  if (toRegistrar) new MiniRegistrar(accountSecret).serve(line.b);
  else await phone(line.b, settings('bob', 'alice'));
  return { alice: await phone(line.a, settings('alice', 'bob')), line };
}
