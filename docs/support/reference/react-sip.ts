/** @module @hookswitch/react-sip */
export * from '@hookswitch/react-sip';
