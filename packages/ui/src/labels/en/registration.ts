import type { Labels } from '../labels.ts';

/** `Labels.registration`, in English. */
export const registration: Labels['registration'] = {
  status: {
    unregistered: 'Signed out',
    registering: 'Signing in…',
    registered: 'Ready',
    unregistering: 'Signing out…',
    failed: 'Not signed in',
  },
  offline: 'Offline',
  refused: ({ statusCode }) => ({
    what: 'Sign-in refused',
    next:
      statusCode === 404
        ? 'The server does not know this number, so nobody can call you. Check your account.'
        : statusCode === 401 || statusCode === 403 || statusCode === 407
          ? 'The server did not accept your name or password, so nobody can call you. Check your account.'
          : `The server answered${statusCode === null ? ' no' : ` ${statusCode}`}, so nobody can call you. Try again or ask your administrator.`,
  }),
  retryIn: (seconds) => `trying again in ${seconds} s`,
};
