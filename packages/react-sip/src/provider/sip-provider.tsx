'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { SipUA } from '../sip-ua.ts';
import { selectHasSession } from '../store/selectors.ts';
import { sameConfiguration } from './same-configuration.ts';
import { SipContext } from './sip-context.ts';
import type { StopPolicy } from './stop-policy.ts';
import { bindingOf, type UABinding } from './ua-binding.ts';

interface CommonProps {
  readonly children?: ReactNode;
  /** Start the user agent when the provider mounts; default true. */
  readonly autoStart?: boolean;
  /** What happens to the user agent when the last provider that holds it unmounts; default `idle`. */
  readonly stopOnUnmount?: StopPolicy;
}

/** Props of a provider for a user agent that the app made. */
export interface SipProviderUAProps extends CommonProps {
  /** The user agent. Make it once: at module level, or in the initialiser of `useState`. */
  readonly ua: SipUA;
  readonly configuration?: never;
  readonly createUA?: never;
}

/** Props of a provider that makes its own user agent. */
export interface SipProviderConfigurationProps<Configuration> extends CommonProps {
  readonly ua?: never;
  /**
   * What to make the user agent from. Compared part by part; functions count as equal. When it changes, the old user
   * agent is stopped and then the new one started; a call under way delays this until it has ended.
   */
  readonly configuration: Configuration;
  /** Makes the user agent. Must open nothing. */
  readonly createUA: (configuration: Configuration) => SipUA;
}

/** Props of {@link SipProvider}. */
export type SipProviderProps<Configuration> = SipProviderUAProps | SipProviderConfigurationProps<Configuration>;

/**
 * Gives the components inside it a user agent, and starts and stops that with its own life. StrictMode, Fast Refresh
 * and `<Activity>` neither start it twice nor cut a call. Providers nest: hooks use the nearest.
 *
 * @example
 * ```tsx
 * const ua = new UA({ uri: 'alice@example.com', password: '...', ws_servers: 'wss://sip.example.com' });
 *
 * root.render(
 *   <SipProvider ua={ua}>
 *     <Phone />
 *   </SipProvider>,
 * );
 * ```
 */
export function SipProvider<Configuration>(props: SipProviderProps<Configuration>): ReactNode {
  return props.ua === undefined ? <OwningProvider {...props} /> : <HoldingProvider {...props} />;
}

function HoldingProvider({ ua, children, autoStart = true, stopOnUnmount = 'idle' }: SipProviderUAProps): ReactNode {
  const binding = bindingOf(ua);
  useRetain(binding, autoStart, stopOnUnmount);
  return <SipContext.Provider value={binding}>{children}</SipContext.Provider>;
}

interface Owned<Configuration> {
  readonly configuration: Configuration;
  readonly binding: UABinding;
  readonly replaced: UABinding | undefined;
}

function OwningProvider<Configuration>(props: SipProviderConfigurationProps<Configuration>): ReactNode {
  const { configuration, createUA, children, autoStart = true, stopOnUnmount = 'idle' } = props;
  // Making a user agent opens nothing, so one that React makes and throws away costs nothing either.
  const own = (replaced?: UABinding): Owned<Configuration> => {
    return { configuration, replaced, binding: bindingOf(createUA(configuration)) };
  };
  const [owned, setOwned] = useState(() => own());
  const busy = useStore(owned.binding.store, selectHasSession);
  const mayChange = !busy || stopOnUnmount === 'always';
  if (mayChange && !sameConfiguration(owned.configuration, configuration)) setOwned(own(owned.binding));

  useRetain(owned.binding, autoStart, stopOnUnmount, owned.replaced);
  return <SipContext.Provider value={owned.binding}>{children}</SipContext.Provider>;
}

function useRetain(binding: UABinding, autoStart: boolean, stopPolicy: StopPolicy, after?: UABinding): void {
  useEffect(() => binding.retain({ autoStart, stopPolicy, after }), [binding, autoStart, stopPolicy, after]);
}
