/** @module @hookswitch/sip-core */
export * from '@hookswitch/sip-core';
