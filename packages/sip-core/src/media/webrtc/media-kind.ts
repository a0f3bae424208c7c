/** The kinds of media that a call sends and receives. */
export type MediaKind = 'audio' | 'video';

/** All of them, in the order of their m-lines. */
export const MEDIA_KINDS: readonly MediaKind[] = ['audio', 'video'];
