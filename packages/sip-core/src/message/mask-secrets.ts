/**
 * Hides what could be used to guess a password or to listen in: the digest's response, the nonces it was made from, and
 * the keys of SDES (RFC 4568); and whatever is a secret by itself: tokens, Basic credentials, passwords in addresses.
 *
 * @param text - a whole SIP message
 */
export function maskSecrets(text: string): string {
  return text
    .replace(
      /^((?:proxy-)?authorization|(?:www|proxy)-authenticate|(?:proxy-)?authentication-info)([ \t]*:)(.*(?:\r?\n[ \t].*)*)/gim,
      (_line, name: string, colon: string, value: string) =>
        `${name}${colon}${value.replace(/\b(response|nonce|cnonce|nextnonce|rspauth)(\s*=\s*)("[^"]*"|[^\s,]+)/gi, '$1$2"***"')}`,
    )
    .replace(/^((?:proxy-)?authorization[ \t]*:[ \t]*(?!digest\b)\S+)[ \t].*(?:\r?\n[ \t].*)*/gim, '$1 ***')
    .replace(/\b(sips?:[^\s:@;?<>"]+):[^\s:@;?<>"]+@/gi, '$1:***@')
    .replace(/^(a=crypto:.*?\binline:)[^\s|]+/gim, '$1***');
}
