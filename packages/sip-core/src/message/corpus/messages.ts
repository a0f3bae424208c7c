import { answerSdp, offerSdp } from './sessions.ts';

/** Lines joined as they travel. */
function message(head: readonly string[], body: string = ''): string {
  const length = new TextEncoder().encode(body).length;
  return [...head, `Content-Length: ${length}`, '', body].join('\r\n');
}

const instance = '"<urn:uuid:3b0e7c1a-6a0f-4f5e-9d4b-0a9c1f7d2e55>"';
const via = 'Via: SIP/2.0/WSS df7jal23ls0d.invalid;branch=z9hG4bK';
const contact = `Contact: <sip:q8s1v0ab@df7jal23ls0d.invalid;transport=ws;ob>;+sip.instance=${instance};reg-id=1`;
const alice = '"Alice Ångström" <sip:alice@example.com>';
const bob = '<sip:bob@example.com>';
const agent = 'User-Agent: Hookswitch/1.0 (Chrome 142)';
const allow = 'Allow: INVITE, ACK, CANCEL, BYE, UPDATE, INFO, OPTIONS, MESSAGE, NOTIFY, REFER, PRACK';
const digest =
  'username="alice", realm="example.com", nonce="ZvQyGmb0MO7Vt0pG2YJb9o2Xk1nYtL1z", uri="sip:example.com", ' +
  'response="6629fae49393a05397450978507c4ef1", algorithm=MD5, cnonce="0a4f113b", qop=auth, nc=00000001';

function register(seq: number, expires: number, extra: readonly string[] = []): string {
  return message([
    'REGISTER sip:example.com SIP/2.0',
    `${via}6d1c7f${seq}`,
    'Max-Forwards: 70',
    `From: ${alice};tag=9kq2s7d1`,
    `To: ${alice}`,
    'Call-ID: 5hq0c3p1v8m2n6j4',
    `CSeq: ${seq} REGISTER`,
    `${contact};expires=${expires}`,
    ...extra,
    `Expires: ${expires}`,
    allow,
    'Supported: path, gruu, outbound',
    agent,
  ]);
}

function registered(seq: number, status: string, extra: readonly string[]): string {
  return message([
    `SIP/2.0 ${status}`,
    `${via}6d1c7f${seq};rport=50122;received=203.0.113.9`,
    `From: ${alice};tag=9kq2s7d1`,
    `To: ${alice};tag=as4f2e9b1c`,
    'Call-ID: 5hq0c3p1v8m2n6j4',
    `CSeq: ${seq} REGISTER`,
    ...extra,
    'Server: kamailio (5.8.4 (x86_64/linux))',
  ]);
}

const dialog = [`From: ${alice};tag=a73kszlfl`, `To: ${bob};tag=b5qt9xl3`, 'Call-ID: 1j9FpLxk3uxtm8tn@df7jal23ls0d'];

function invite(seq: number, extra: readonly string[] = []): string {
  return message(
    [
      'INVITE sip:bob@example.com SIP/2.0',
      `${via}56sdasks${seq}`,
      'Max-Forwards: 70',
      `From: ${alice};tag=a73kszlfl`,
      `To: ${bob}`,
      'Call-ID: 1j9FpLxk3uxtm8tn@df7jal23ls0d',
      `CSeq: ${seq} INVITE`,
      contact,
      ...extra,
      allow,
      'Supported: 100rel, timer, replaces, ice, trickle-ice',
      'Session-Expires: 1800;refresher=uac',
      'Min-SE: 90',
      agent,
      'Content-Type: application/sdp',
    ],
    offerSdp,
  );
}

function inDialog(method: string, seq: number, extra: readonly string[] = [], body: string = ''): string {
  return message(
    [
      `${method} sip:bob@192.0.2.4:5061;transport=ws;ob SIP/2.0`,
      `${via}${method.toLowerCase()}${seq}`,
      'Max-Forwards: 70',
      'Route: <sip:edge.example.com;transport=ws;lr>, <sip:core.example.com;lr;ftag=a73kszlfl>',
      ...dialog,
      `CSeq: ${seq} ${method}`,
      ...extra,
      agent,
    ],
    body,
  );
}

function reply(status: string, seq: number, method: string, extra: readonly string[] = [], body: string = ''): string {
  return message(
    [
      `SIP/2.0 ${status}`,
      `${via}56sdasks${seq};rport=50122;received=203.0.113.9`,
      'Record-Route: <sip:core.example.com;lr;ftag=a73kszlfl>',
      'Record-Route: <sip:edge.example.com;transport=ws;lr>',
      ...dialog,
      `CSeq: ${seq} ${method}`,
      ...extra,
    ],
    body,
  );
}

const dialogInfo = [
  '<?xml version="1.0"?>',
  '<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="7" state="full" entity="sip:bob@example.com">',
  '  <dialog id="as7d900as8" call-id="a84b4c76e66710" local-tag="1928301774" direction="initiator">',
  '    <state>early</state>',
  '  </dialog>',
  '</dialog-info>',
].join('\n');

const hops = Array.from({ length: 12 }, (_, hop) => hop);

/** Messages such as a phone in a browser meets, in every form the parser cares about. */
export const corpus: Readonly<Record<string, string>> = {
  register: register(1, 600),
  registerChallenge: registered(1, '401 Unauthorized', [
    'WWW-Authenticate: Digest realm="example.com", nonce="ZvQyGmb0MO7Vt0pG2YJb9o2Xk1nYtL1z", algorithm=SHA-256, qop="auth"',
    'WWW-Authenticate: Digest realm="example.com", nonce="ZvQyGmb0MO7Vt0pG2YJb9o2Xk1nYtL1z", algorithm=MD5, qop="auth"',
  ]),
  registerAuthorized: register(2, 600, [`Authorization: Digest ${digest}`]),
  registerOk: registered(2, '200 OK', [
    `${contact};expires=600;pub-gruu="sip:alice@example.com;gr=urn:uuid:3b0e7c1a",<sip:alice@192.0.2.77:5062>;expires=88`,
    'Service-Route: <sip:edge.example.com;transport=ws;lr>',
    'Path: <sip:edge.example.com;lr;ob>',
    'Date: Sat, 13 Nov 2027 23:29:00 GMT',
  ]),
  unregister: register(3, 0).replace(/Contact: .*/, 'Contact: *'),
  invite: invite(1),
  proxyChallenge: reply('407 Proxy Authentication Required', 1, 'INVITE', [
    'Proxy-Authenticate: Digest realm="example.com", nonce="f84f1cec41e6cbe5aea9c8e88d359", qop="auth,auth-int"',
  ]),
  inviteAuthorized: invite(2, [
    `Proxy-Authorization: Digest ${digest}`,
    'P-Preferred-Identity: <sip:alice@example.com>',
  ]),
  trying: reply('100 Trying', 2, 'INVITE', ['Timestamp: 54.21']),
  ringing: reply('180 Ringing', 2, 'INVITE', ['Require: 100rel', 'RSeq: 813520', 'Contact: <sip:bob@192.0.2.4;ob>']),
  progress: reply(
    '183 Session Progress',
    2,
    'INVITE',
    ['Contact: <sip:bob@192.0.2.4>', 'c: application/sdp'],
    answerSdp,
  ),
  answer: reply('200 OK', 2, 'INVITE', ['Contact: <sip:bob@192.0.2.4;ob>', 'Content-Type: application/sdp'], answerSdp),
  ack: inDialog('ACK', 2),
  prack: inDialog('PRACK', 3, ['RAck: 813520 2 INVITE']),
  info: inDialog('INFO', 4, ['Content-Type: application/dtmf-relay'], 'Signal=5\r\nDuration=160\r\n'),
  refer: inDialog('REFER', 5, [
    'Refer-To: <sip:carol@example.com?Replaces=12345%40192.168.118.3%3Bto-tag%3D12345%3Bfrom-tag%3D5FFE-3994>',
    `Referred-By: ${alice}`,
    contact,
  ]),
  notifyRefer: inDialog(
    'NOTIFY',
    6,
    ['Event: refer;id=93809824', 'Subscription-State: active;expires=60', 'Content-Type: message/sipfrag;version=2.0'],
    'SIP/2.0 180 Ringing\r\n',
  ),
  notifyDialog: inDialog(
    'NOTIFY',
    7,
    ['Event: dialog', 'Subscription-State: active;expires=3412', 'Content-Type: application/dialog-info+xml'],
    dialogInfo,
  ),
  message: inDialog('MESSAGE', 8, ['Content-Type: text/plain;charset=UTF-8'], 'Grüße aus 東京 — 🎉 до свидания'),
  cancel: message([
    'CANCEL sip:bob@example.com SIP/2.0',
    `${via}56sdasks2`,
    'Max-Forwards: 70',
    `From: ${alice};tag=a73kszlfl`,
    `To: ${bob}`,
    'Call-ID: 1j9FpLxk3uxtm8tn@df7jal23ls0d',
    'CSeq: 2 CANCEL',
    'Reason: SIP;cause=200;text="Call completed elsewhere"',
  ]),
  bye: inDialog('BYE', 9, ['Reason: Q.850;cause=16;text="Terminated"']),
  byeOk: reply('200 OK', 9, 'BYE'),
  compact: [
    'OPTIONS sip:[2001:db8::10]:5070;transport=tcp SIP/2.0',
    'v: SIP / 2.0 / TCP [2001:db8::9:1] ;received=2001:db8::9:255;branch=z9hG4bKas3-111,',
    ' SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK30239',
    't: sip:user@example.com',
    'f: "Folded \\"name\\""',
    '  <sip:caller@[2001:db8::20]>',
    ' ;tag=81x2',
    'i: compact@192.0.2.1',
    'm: <sip:caller@[2001:db8::9:1]>, "Other" <tel:+1-201-555-0123;phone-context=example.com>;q=0.5',
    'k: timer,\t100rel',
    's: lunch',
    ' at noon',
    'CSeq: 0060',
    '\tOPTIONS',
    'l:0',
    '',
    '',
  ].join('\r\n'),
  manyHops: message([
    'INVITE sip:+12125551212@ims.example.net;user=phone SIP/2.0',
    ...hops.map((hop) => `Via: SIP/2.0/UDP scscf${hop}.ims.example.net:5060;branch=z9hG4bK351g45.${hop};rport`),
    ...hops.map((hop) => `Record-Route: <sip:mo@scscf${hop}.ims.example.net:5060;lr;fs;did=3b${hop}>`),
    'Max-Forwards: 58',
    'From: <tel:+1-212-555-1111>;tag=171828',
    'To: <tel:+1-212-555-2222>',
    'Call-ID: cb03a0s09a2sdfglkj490333',
    'CSeq: 127 INVITE',
    'Contact: <sip:[5555::aaa:bbb:ccc:ddd]:1357;comp=sigcomp>;+g.3gpp.icsi-ref="urn%3Aurn-7%3A3gpp-service.ims.icsi.mmtel"',
    'P-Asserted-Identity: "John Doe" <sip:user1_public1@home1.net>, <tel:+1-212-555-1111>',
    'P-Charging-Vector: icid-value="AyretyU0dm+6O2IrT5tAFrbHLso=023551024"; orig-ioi=home1.net',
    'History-Info: <sip:bob@example.com>;index=1, <sip:carol@example.com;cause=302>;index=1.1',
    'Privacy: none',
  ]),
};
