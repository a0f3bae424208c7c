/** @module @hookswitch/sip-core/node */
export * from '@hookswitch/sip-core/node';
