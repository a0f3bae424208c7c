'use client';

import {
  CallFailedError,
  type CallOptions,
  useAddCall,
  useConnection,
  useSipStore,
  useTabs,
} from '@hookswitch/react-sip';
import { errorInfo } from '@hookswitch/sip-core';
import { useState } from 'react';
import { start } from '../call/call-actions.ts';
import { targetText } from '../call/party-text.ts';
import type { ErrorInfo } from '../snapshots.ts';

/** What {@link useDialling} returns. */
export interface Dialling {
  readonly dial: (target: string) => void;
  /** Calls with a picture, or with sound alone where the camera cannot be had; `null` where the phone is in another tab. */
  readonly dialVideo: ((target: string) => void) | null;
  /** Whether there is a connection to call over. */
  readonly possible: boolean;
  /** What was dialled last, as a person would write it. */
  readonly lastNumber: string | null;
  /** Why the last call could not even be placed. */
  readonly refusal: ErrorInfo | null;
  /** Forgets the refusal. */
  readonly reset: () => void;
}

const withVideo: CallOptions = {
  sessionDescriptionHandlerOptions: { constraints: { audio: true, video: true }, cameraOptional: true },
};

/**
 * Places calls, for which those that talk go on hold, and remembers the last number. Where tabs share a phone, they are
 * placed in the tab that has it.
 *
 * @param onDial - told before each call
 */
export function useDialling(onDial: () => void): Dialling {
  const { addCall, error, reset } = useAddCall();
  const { isConnected } = useConnection();
  const host = useSipStore((state) => state.account.host);
  const tabs = useTabs();
  const there = tabs?.isElsewhere === true ? tabs : null;
  const [refused, setRefused] = useState<ErrorInfo | null>(null);
  const [lastNumber, setLastNumber] = useState<string | null>(null);
  const dial = (target: string, options?: CallOptions): void => {
    setLastNumber(targetText(target, host));
    onDial();
    setRefused(null);
    if (there === null) start(() => addCall(target, options));
    else there.act({ name: 'call', target }).catch((reason: unknown) => setRefused(errorInfo(reason)));
  };
  return {
    dial: (target) => dial(target),
    dialVideo: there === null ? (target) => dial(target, withVideo) : null,
    possible: there === null ? isConnected : there.phone.status === 'connected',
    lastNumber,
    // A call that was placed and then failed has a screen of its own.
    refusal: refused ?? (error === null || error instanceof CallFailedError ? null : errorInfo(error)),
    reset: () => {
      setRefused(null);
      reset();
    },
  };
}
