'use client';

import { devicesOf, PreCallTest, type PreCallTestOptions, type PreCallTestSnapshot } from '@hookswitch/sip-core';
import { useCallback, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useBinding } from '../provider/sip-context.ts';
import { readable } from '../session/readable.ts';

/** How {@link usePreCallTest} tests, where it is to differ from how calls are made. */
export type UsePreCallTestParameters = PreCallTestOptions;

/** What {@link usePreCallTest} returns. */
export interface UsePreCallTestReturnType extends PreCallTestSnapshot {
  /** Begins the test. How it ends is in the state; this never throws. */
  readonly run: () => void;
  /** Ends it, and gives the microphone back. */
  readonly stop: () => void;
}

const IDLE: PreCallTestSnapshot = Object.freeze({ status: 'idle', step: null, result: null, error: null });

/**
 * A call with ourselves over the STUN and TURN servers of the user agent, from the chosen microphone: whether a first call
 * would work. Leaving the page part that uses it ends the test.
 *
 * @param parameters - a new object each time does no harm while its parts stay the same
 * @example
 * ```tsx
 * const { status, step, result, run } = usePreCallTest();
 * if (result !== null) return <p>{result.level}, {result.candidates.join(' ')}</p>;
 * return <button onClick={run} disabled={status === 'running'}>{step ?? 'Test'}</button>;
 * ```
 */
export function usePreCallTest(parameters: UsePreCallTestParameters = {}): UsePreCallTestReturnType {
  const { ua } = useBinding();
  const { peerConnectionConfiguration, devices, duration, timeout } = parameters;
  const test = useMemo(() => {
    const { platform } = ua.userAgent;
    return new PreCallTest(platform, {
      peerConnectionConfiguration: peerConnectionConfiguration ?? { iceServers: [...ua.configuration.iceServers] },
      devices: devices ?? devicesOf(platform),
      ...(duration !== undefined && { duration }),
      ...(timeout !== undefined && { timeout }),
    });
  }, [ua, peerConnectionConfiguration, devices, duration, timeout]);
  useEffect(() => () => test.stop(), [test]);
  const snapshot = useStore(useMemo(() => readable(test, IDLE), [test]));
  const run = useCallback(() => void test.run().catch(() => undefined), [test]);
  const stop = useCallback(() => test.stop(), [test]);
  return useMemo(() => ({ ...snapshot, run, stop }), [snapshot, run, stop]);
}
