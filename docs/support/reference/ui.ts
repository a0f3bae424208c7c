/** @module @hookswitch/ui */
export * from '@hookswitch/ui';
