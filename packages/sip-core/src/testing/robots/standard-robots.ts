import type { FakeNetwork } from '../fake-network.ts';
import { answer, callBack, neverAnswer, refuse } from './behaviours.ts';

/** An extension that every network has, and what it is for. */
export interface StandardExtension {
  readonly extension: string;
  readonly description: string;
}

/** The extensions every network has unless told otherwise. */
export const standardExtensions: readonly StandardExtension[] = [
  { extension: '600', description: 'answers and echoes what you say' },
  { extension: '601', description: 'answers and plays a tone' },
  { extension: '602', description: 'is always busy' },
  { extension: '603', description: 'rings and never answers' },
  { extension: '604', description: 'rings for three seconds, then answers with an echo' },
  { extension: '605', description: 'answers and hangs up after three seconds' },
  { extension: '606', description: 'calls you back after three seconds' },
];

/** @internal */
export function installStandardRobots(network: FakeNetwork): void {
  network.robot('600', answer(), 'echo');
  network.robot('601', answer(), 'tone');
  network.robot('602', refuse(486));
  network.robot('603', neverAnswer());
  network.robot('604', answer({ ring: 3000 }), 'echo');
  network.robot('605', answer({ hangUpAfter: 3000 }), 'tone');
  network.robot('606', callBack({ delay: 3000 }), 'echo');
}
