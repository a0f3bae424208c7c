'use client';

import { usePreCallTest } from '@hookswitch/react-sip';
import type { PreCallTestOptions } from '@hookswitch/sip-core';
import type { ReactElement } from 'react';
import { CallCheckView } from './call-check-view.tsx';

/** Props of {@link CallCheck}. */
export interface CallCheckProps {
  /** Milliseconds of sound that are measured; default as `PreCallTest` has it. */
  readonly duration?: PreCallTestOptions['duration'];
}

/** A call with ourselves over the servers of real ones, before the first call. */
export function CallCheck({ duration }: CallCheckProps): ReactElement {
  const { run, stop, ...test } = usePreCallTest(duration === undefined ? {} : { duration });
  return <CallCheckView test={test} onRun={run} onStop={stop} />;
}
