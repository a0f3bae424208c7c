import {
  useCall,
  useCallTimer,
  useIncomingSession,
  useMediaStream,
  useRegistration,
  useSession,
} from '@hookswitch/react-sip';
import { type ReactElement, useEffect, useRef, useState } from 'react';

export function Phone(): ReactElement {
  const { status } = useRegistration();
  const { call } = useCall();
  const { session, hangUp } = useSession();
  const incoming = useIncomingSession();
  const [number, setNumber] = useState('600');

  return (
    <main>
      <p>
        Registration: <output>{status}</output>
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // What comes of the call is in the session below.
          call(number).catch(() => undefined);
        }}
      >
        <input aria-label="Number" value={number} onChange={(event) => setNumber(event.target.value)} />
        <button>Call</button>
      </form>
      {incoming.session !== null && <button onClick={() => void incoming.answer()}>Answer</button>}
      {session !== null && session.phase !== 'ended' && (
        <p>
          {session.remote.user}: {session.phase} <Timer /> <button onClick={() => void hangUp()}>Hang up</button>
        </p>
      )}
      <Sound id={session?.id} />
    </main>
  );
}

function Timer(): ReactElement {
  return <time role="timer">{useCallTimer() ?? 0} s</time>;
}

function Sound({ id }: { readonly id: string | undefined }): ReactElement {
  const stream = useMediaStream(id);
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    if (audio.current !== null) audio.current.srcObject = stream;
  }, [stream]);
  return <audio ref={audio} autoPlay />;
}
