/** URIs as they stand in messages. */
export const uris: readonly string[] = [
  'sip:alice@pbx.example.com',
  'sip:+4930901820@pbx.example.com;user=phone',
  'sip:f3t9k0ve@7o1ql4ht2u9g.invalid;transport=ws;ob',
  'sip:198.51.100.4:8443;transport=ws;r2=on;lr;ftag=r5d8p7q0se',
  'sips:bob@secure.example.org:5061',
  'sip:210@10.12.0.41:5060;line=x4qd',
  'sip:carol@pbx.example.com?Replaces=8a0f%4010.12.0.44%3Bto-tag%3D5f01%3Bfrom-tag%3D77ab',
  'sip:*97@pbx.example.com',
  'sip:alice:secret@example.com',
  'sip:pbx.example.com',
];

/** Addresses as From, To, Contact and Route carry them. */
export const nameAddrs: readonly string[] = [
  '<sip:alice@pbx.example.com>;tag=m1u8ikbtq3',
  '"Alice Ångström" <sip:alice@pbx.example.com>;tag=r5d8p7q0se',
  '<sip:+4930901820@pbx.example.com;user=phone>;tag=as6f2c01d9',
  'Reception <sip:210@pbx.example.com:5060>;tag=3417029581',
  '"Carol \\"C\\" Case" <sip:carol@192.0.2.30>;tag=Vt3b~19',
  '<sip:f3t9k0ve@7o1ql4ht2u9g.invalid;transport=ws;ob>;reg-id=1;expires=600',
  '<sip:198.51.100.4:8443;transport=ws;r2=on;lr;ftag=r5d8p7q0se>',
  '<sip:198.51.100.4;lr>',
  '"Bob" <sips:bob@secure.example.org:5061>',
  '<sip:asterisk@198.51.100.20:5060>',
];
