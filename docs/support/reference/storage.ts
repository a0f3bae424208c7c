/**
 * Call history, contacts, texts and settings, kept in the browser.
 *
 * @module @hookswitch/react-sip/storage
 */
export * from '@hookswitch/react-sip/storage';
