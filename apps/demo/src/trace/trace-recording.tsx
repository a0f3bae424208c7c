import { useSipTraceRecording } from '@hookswitch/react-sip';

/** Keeps what crosses the connection from the first REGISTER on, for whoever looks into it later. */
export function TraceRecording(): null {
  useSipTraceRecording();
  return null;
}
