/**
 * A SIP network in memory for tests, with accounts, robots, faults and a clock that can be turned.
 *
 * @module @hookswitch/sip-core/testing
 */
export * from '@hookswitch/sip-core/testing';
