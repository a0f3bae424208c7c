/*
 * Header fields the library reads itself, by the number `headerId` gives them. Imported as `Field`, and constants each:
 * bundlers put the number in the place of the name.
 */

export const Other = 0;
export const Via = 1;
export const From = 2;
export const To = 3;
export const CallId = 4;
export const CSeq = 5;
export const Contact = 6;
export const MaxForwards = 7;
export const ContentLength = 8;
export const ContentType = 9;
export const Route = 10;
export const RecordRoute = 11;
export const Expires = 12;
export const MinExpires = 13;
export const Supported = 14;
export const Require = 15;
export const Unsupported = 16;
export const Allow = 17;
export const RSeq = 18;
export const RAck = 19;
export const SessionExpires = 20;
export const MinSE = 21;
export const RetryAfter = 22;
export const ContentDisposition = 23;
export const ProxyRequire = 24;
export const Event = 25;
export const SubscriptionState = 26;
export const ReferTo = 27;
export const ReferredBy = 28;
export const Replaces = 29;
export const ContentEncoding = 30;
export const Accept = 31;
export const Timestamp = 32;
