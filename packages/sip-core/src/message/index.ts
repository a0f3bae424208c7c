export { detach } from './characters.ts';
export { parseExtraHeaders } from './extra-headers.ts';
export { HeaderBlock } from './header-block.ts';
export { HeaderFields } from './header-fields.ts';
export { canonicalName } from './header-names.ts';
export type { CSeq, MediaType, ParameterisedValue, RAck, RetryAfter, SessionExpires } from './header-values.ts';
export { IncomingMessage, IncomingRequest, IncomingResponse } from './incoming-message.ts';
export { splitList } from './list.ts';
export type { MalformedHeader } from './malformed.ts';
export { Method, OptionTag } from './methods.ts';
export { BodyPart, parseMultipart, parts } from './multipart.ts';
export { NameAddr, type NameAddrInit } from './name-addr.ts';
export {
  type Body,
  OutgoingMessage,
  OutgoingRequest,
  type OutgoingRequestInit,
  OutgoingResponse,
  type OutgoingResponseInit,
} from './outgoing-message.ts';
export type { Params } from './params.ts';
export type { Answerable, ParseFailure, ParseFailureCode } from './parse-failure.ts';
export { DEFAULT_PARSE_LIMITS, type ParsedMessage, type ParseLimits, parseMessage } from './parse-message.ts';
export { quote, unquote } from './quoted-string.ts';
export { type ResponseOptions, responseTo, responseToFailure } from './response-to.ts';
export { serializeRequest, serializeResponse } from './serialize.ts';
export { reasonPhrase } from './status.ts';
export { Uri, type UriInit } from './uri.ts';
export type { UriHeaders } from './uri-parts.ts';
export { Via, type ViaInit } from './via.ts';
