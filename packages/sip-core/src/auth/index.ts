export type { DigestAlgorithm } from './algorithm.ts';
export { AuthAttempt } from './auth-attempt.ts';
export {
  type AuthAnswer,
  Authenticator,
  type AuthenticatorOptions,
  type AuthRefusal,
  type ChallengedRequest,
  type Credentials,
  type CredentialsProvider,
  type CredentialsRequest,
} from './authenticator.ts';
export {
  type Challenge,
  type ChallengeInit,
  chooseChallenge,
  makeChallenge,
  parseChallenge,
  type Qop,
} from './challenge.ts';
export { type DigestInput, digestResponse, type Secret } from './digest.ts';
export type { AuthorizationHeader, SignedRequest } from './digest-session.ts';
export {
  type DigestCredentials,
  type ExpectedCredentials,
  parseAuthorization,
  type Verification,
  verifyAuthorization,
} from './verify-authorization.ts';
