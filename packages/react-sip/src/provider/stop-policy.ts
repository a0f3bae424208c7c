'use client';

/**
 * What happens to a user agent when the last provider that holds it goes away: `idle` stops it as soon as no session
 * lives, `always` stops it and ends its calls, `never` leaves it to the app.
 */
export type StopPolicy = 'idle' | 'always' | 'never';
