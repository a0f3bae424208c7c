/**
 * Components: `Softphone` is the whole phone, the others are its parts. Each that is connected has a `...View` that draws plain
 * values.
 *
 * @module @hookswitch/ui
 */
export * from '@hookswitch/ui';
