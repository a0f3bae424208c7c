'use client';

import type { RegistrationSnapshot } from '@hookswitch/sip-core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useBinding } from '../provider/sip-context.ts';
import type { SipState } from '../store/sip-state.ts';

/** What {@link useRegistration} returns. */
export interface UseRegistrationReturnType extends RegistrationSnapshot {
  /** Whether the registrar knows us. */
  readonly isRegistered: boolean;
  /** Registers now; settles with the registrar's answer. */
  readonly register: () => Promise<void>;
  /** Takes our contact off the registrar; settles with its answer. */
  readonly unregister: () => Promise<void>;
}

/**
 * How we stand with the registrar.
 *
 * @example
 * ```tsx
 * const { status, error, register } = useRegistration();
 * if (status === 'failed') return <button onClick={() => void register()}>{error?.message}</button>;
 * ```
 */
export function useRegistration(): UseRegistrationReturnType {
  const binding = useBinding();
  const registration = useStore(binding.store, selectRegistration);
  return useMemo(
    () => ({
      ...registration,
      isRegistered: registration.status === 'registered',
      register: binding.register,
      unregister: binding.unregister,
    }),
    [binding, registration],
  );
}

function selectRegistration(state: SipState): RegistrationSnapshot {
  return state.registration;
}
