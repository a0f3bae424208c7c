/** @module @hookswitch/sip-core/testing */
export * from '@hookswitch/sip-core/testing';
