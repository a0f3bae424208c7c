/** @module @hookswitch/react-sip/storage */
export * from '@hookswitch/react-sip/storage';
