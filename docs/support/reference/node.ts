/**
 * What a `UA` needs in Node: sockets by `ws`.
 *
 * @module @hookswitch/sip-core/node
 */
export * from '@hookswitch/sip-core/node';
