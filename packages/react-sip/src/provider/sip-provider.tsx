'use client';

import { SharedUA, UA, type UAConfiguration } from '@hookswitch/sip-core';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
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
  readonly ua: UA;
  readonly configuration?: never;
  readonly createUA?: never;
  readonly shared?: never;
  readonly share?: never;
}

/** Props of a provider for a phone that all tabs of an account share. */
export interface SipProviderSharedProps extends CommonProps {
  /** The phone. Make it once, as one makes a user agent; the provider starts and stops it. */
  readonly shared: SharedUA;
  readonly ua?: never;
  readonly configuration?: never;
  readonly createUA?: never;
  readonly share?: never;
}

/** Props of a provider that makes its own user agent, in a way of the app's. */
export interface SipProviderFactoryProps<Configuration> extends CommonProps {
  readonly ua?: never;
  readonly shared?: never;
  /** One phone for all tabs of the account: it runs in one of them, and `useTabs` shows it in the others. Default false. */
  readonly share?: boolean;
  /**
   * What to make the user agent from. Plain objects and arrays are compared part by part, instances of classes by
   * identity; functions count as equal. When it changes, the old user agent is stopped and then the new one started; a
   * call under way delays this until it has ended.
   */
  readonly configuration: Configuration;
  /** Makes the user agent; default `new UA(configuration)`. Must open nothing. */
  readonly createUA: (configuration: Configuration) => UA;
}

/** Props of a provider that makes its own user agent. */
export interface SipProviderConfigurationProps extends Omit<
  SipProviderFactoryProps<string | UAConfiguration>,
  'createUA'
> {
  readonly createUA?: never;
}

/** Props of {@link SipProvider}. */
export type SipProviderProps<Configuration = string | UAConfiguration> =
  SipProviderUAProps | SipProviderSharedProps | SipProviderConfigurationProps | SipProviderFactoryProps<Configuration>;

/**
 * Gives the components inside it a user agent, and starts and stops that with its own life. StrictMode, Fast Refresh
 * and `<Activity>` neither start it twice nor cut a call. Providers nest: hooks use the nearest.
 *
 * @example
 * ```tsx
 * const ua = new UA({ uri: 'alice@example.com', password, wsServers: 'wss://sip.example.com' });
 *
 * root.render(
 *   <SipProvider ua={ua}>
 *     <Phone />
 *   </SipProvider>,
 * );
 * ```
 */
export function SipProvider<Configuration>(props: SipProviderProps<Configuration>): ReactNode {
  if (props.ua !== undefined) return <HoldingProvider binding={bindingOf(props.ua)} {...props} />;
  if (props.shared !== undefined) {
    return <HoldingProvider binding={bindingOf(props.shared.ua, props.shared)} {...props} />;
  }
  if (props.createUA !== undefined) return <OwningProvider {...props} />;
  return <OwningProvider {...props} createUA={newUA} />;
}

function newUA(configuration: string | UAConfiguration): UA {
  return new UA(configuration);
}

interface HoldingProps extends CommonProps {
  readonly binding: UABinding;
}

function HoldingProvider({ binding, children, autoStart = true, stopOnUnmount = 'idle' }: HoldingProps): ReactNode {
  useRetain(binding, autoStart, stopOnUnmount);
  return <SipContext.Provider value={binding}>{children}</SipContext.Provider>;
}

interface Owned<Configuration> {
  readonly configuration: Configuration;
  readonly binding: UABinding;
  readonly replaced: UABinding | undefined;
}

function OwningProvider<Configuration>(props: SipProviderFactoryProps<Configuration>): ReactNode {
  const { configuration, createUA, children, autoStart = true, stopOnUnmount = 'idle', share = false } = props;
  // Making a user agent opens nothing, so one that React makes and throws away costs nothing either.
  const own = (replaced?: UABinding): Owned<Configuration> => {
    const ua = createUA(configuration);
    return { configuration, replaced, binding: bindingOf(ua, share ? new SharedUA(ua) : null) };
  };
  const [owned, setOwned] = useState(() => own());
  const busy = useStore(owned.binding.store, selectHasSession);
  const mayChange = !busy || stopOnUnmount === 'always';
  if (mayChange && !sameConfiguration(owned.configuration, configuration)) setOwned(own(owned.binding));

  useRetain(owned.binding, autoStart, stopOnUnmount, owned.replaced);
  return <SipContext.Provider value={owned.binding}>{children}</SipContext.Provider>;
}

/** Holds a user agent for as long as the component is there. */
export function useRetain(binding: UABinding, autoStart: boolean, stopPolicy: StopPolicy, after?: UABinding): void {
  useEffect(() => binding.retain({ autoStart, stopPolicy, after }), [binding, autoStart, stopPolicy, after]);
}
