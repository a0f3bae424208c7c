/**
 * Providers and hooks of React over a `UA`: each hook renders its component when what it reads has changed.
 *
 * @module @hookswitch/react-sip
 */
export * from '@hookswitch/react-sip';
