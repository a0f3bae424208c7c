import { useCall, useSession } from '@hookswitch/react-sip';

/** Calls somebody; a call that runs is put on hold first, so that nobody listens in. */
export function usePlaceCall(): (target: string) => void {
  const { call } = useCall();
  const { session, hold } = useSession();
  const talking = session?.phase === 'established' && !session.hold.local;
  return (target) => {
    const place = async (): Promise<void> => {
      if (talking) await hold();
      await call(target);
    };
    // Why it failed is in the snapshots, where the phone reads it.
    place().catch(() => undefined);
  };
}
