import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Coturn } from './coturn.ts';
import { temporaryFolder } from './guard.ts';
import { type Accounts, Kamailio, type KamailioOptions } from './kamailio.ts';
import { Rtpengine } from './rtpengine.ts';

/** The domain of every account. */
export const DOMAIN = 'hookswitch.test';

/** Everybody there is. */
export const accounts: Accounts = {
  alice: 'wonderland',
  bob: 'builder',
  carol: 'christmas',
  desk: 'on-the-desk',
  sipp: 'scripted',
};

/** What a {@link Lab} has besides Kamailio. */
export interface LabOptions extends Omit<Partial<KamailioOptions>, 'folder' | 'rtpengine'> {
  /** Bridges browsers and plain phones; default true. */
  readonly rtpengine?: boolean;
  /** Default false. */
  readonly coturn?: boolean;
}

/** Real servers, in a temporary folder, on free ports of this machine. */
export interface Lab {
  readonly folder: string;
  readonly kamailio: Kamailio;
  readonly rtpengine: Rtpengine | undefined;
  /** @throws Error when it was not asked for */
  readonly coturn: Coturn;
  /** A folder for one more thing. */
  newFolder(name: string): Promise<string>;
  /** Has one more thing stopped with the rest. */
  atStop(stop: () => Promise<void>): void;
  /** Stops everything and leaves nothing behind. */
  stop(): Promise<void>;
}

/** Starts the servers; takes about a second. */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const folder = await temporaryFolder();
  const newFolder = async (name: string): Promise<string> => {
    const made = path.join(folder.path, name);
    await mkdir(made, { recursive: true });
    return made;
  };
  const started: { stop(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    for (const each of started.splice(0).reverse()) await each.stop();
    await folder.remove();
  };
  const start = async <Part extends { stop(): Promise<void> }>(part: Promise<Part>): Promise<Part> => {
    const up = await part;
    started.push(up);
    return up;
  };
  try {
    const { rtpengine: bridged = true, coturn: relayed = false, ...rest } = options;
    const rtpengine = bridged ? await start(Rtpengine.start(await newFolder('rtpengine'))) : undefined;
    const coturn = relayed ? await start(Coturn.start(await newFolder('coturn'))) : undefined;
    const kamailio = await start(
      Kamailio.start({
        domain: DOMAIN,
        accounts,
        ...rest,
        folder: await newFolder('kamailio'),
        rtpengine: rtpengine?.port,
      }),
    );
    return {
      folder: folder.path,
      kamailio,
      rtpengine,
      get coturn() {
        if (coturn === undefined) throw new Error('This lab has no TURN server.');
        return coturn;
      },
      newFolder,
      atStop(release) {
        started.push({ stop: release });
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
