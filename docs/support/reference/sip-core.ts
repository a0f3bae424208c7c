/**
 * The user agent: one account, its connection, registration, calls, texts and subscriptions, with media of browsers. `UA` is
 * the way in; without React nothing else is needed.
 *
 * @module @hookswitch/sip-core
 */
export * from '@hookswitch/sip-core';
