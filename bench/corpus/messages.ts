/** 24 messages as browsers, desk phones, registrars and gateways write them. */
import { audioOffer, deskOffer, videoAnswer, videoOffer } from './sessions.ts';

function message(head: readonly string[], body = ''): string {
  return [...head, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n');
}

const webVia = (branch: string): string => `Via: SIP/2.0/WSS 7o1ql4ht2u9g.invalid;branch=z9hG4bK${branch}`;
const webContact = 'Contact: <sip:f3t9k0ve@7o1ql4ht2u9g.invalid;transport=ws;ob>';
const webAgent = 'User-Agent: PhoneInPage/4.2 (Chromium 140; Linux)';
const webAllow = 'Allow: ACK,BYE,CANCEL,INFO,INVITE,MESSAGE,NOTIFY,OPTIONS,PRACK,REFER,UPDATE';
const alice = '"Alice Ångström" <sip:alice@pbx.example.com>';
const instance = '+sip.instance="<urn:uuid:6d3a1f0e-98b2-47d0-8a35-cf0d1be1d9f4>";reg-id=1';
const nonce = 'Y4fUzWOH06Fxn3e6Q0CvUQ7R2cXk8ZqA';
const credentials =
  `Digest username="alice",realm="pbx.example.com",nonce="${nonce}",uri="sip:pbx.example.com",` +
  'response="ab1c3e2f7fd4ae1d9a56e2bf0f3d5f60",algorithm=MD5,cnonce="d41d8cd98f00",qop=auth,nc=00000002';

const register = (cseq: number, ...more: readonly string[]): string =>
  message([
    'REGISTER sip:pbx.example.com SIP/2.0',
    webVia(`reg${cseq}`),
    'Max-Forwards: 70',
    `To: ${alice}`,
    `From: ${alice};tag=m1u8ikbtq3`,
    'Call-ID: 7k9s3f2v0d1h8q4jp6',
    `CSeq: ${cseq} REGISTER`,
    `${webContact};${instance};expires=600`,
    'Expires: 600',
    ...more,
    webAllow,
    'Supported: path,gruu,outbound',
    webAgent,
  ]);

const registered = (status: string, cseq: number, ...more: readonly string[]): string =>
  message([
    `SIP/2.0 ${status}`,
    `${webVia(`reg${cseq}`)};rport=49660;received=203.0.113.9`,
    `To: ${alice};tag=4f2a90bd31ce.8c1d`,
    `From: ${alice};tag=m1u8ikbtq3`,
    'Call-ID: 7k9s3f2v0d1h8q4jp6',
    `CSeq: ${cseq} REGISTER`,
    ...more,
    'Server: kamailio (5.8.4 (x86_64/linux))',
  ]);

const call = {
  from: `From: ${alice};tag=r5d8p7q0se`,
  to: 'To: <sip:+4930901820@pbx.example.com;user=phone>',
  id: 'Call-ID: o3m5v1n8c4x7z2l6k9j0',
};

const invite = (cseq: number, body: string, ...more: readonly string[]): string =>
  message(
    [
      'INVITE sip:+4930901820@pbx.example.com;user=phone SIP/2.0',
      webVia(`inv${cseq}`),
      'Max-Forwards: 70',
      call.to,
      call.from,
      call.id,
      `CSeq: ${cseq} INVITE`,
      webContact,
      ...more,
      'Session-Expires: 1800',
      'Min-SE: 90',
      webAllow,
      'Supported: timer,100rel,replaces,ice,outbound',
      webAgent,
      'Content-Type: application/sdp',
    ],
    body,
  );

const reply = (status: string, cseq: string, more: readonly string[] = [], body = ''): string =>
  message(
    [
      `SIP/2.0 ${status}`,
      `${webVia(`inv${cseq.split(' ')[0] ?? ''}`)};rport=49660;received=203.0.113.9`,
      'Record-Route: <sip:198.51.100.4;lr;ftag=r5d8p7q0se;did=b71.9f3>',
      'Record-Route: <sip:198.51.100.4:8443;transport=ws;r2=on;lr;ftag=r5d8p7q0se>',
      call.from,
      `${call.to};tag=as6f2c01d9`,
      call.id,
      `CSeq: ${cseq}`,
      ...more,
    ],
    body,
  );

const within = (method: string, cseq: number, more: readonly string[] = [], body = ''): string =>
  message(
    [
      `${method} sip:+4930901820@198.51.100.20:5060;transport=udp SIP/2.0`,
      webVia(`${method.toLowerCase()}${cseq}`),
      'Max-Forwards: 70',
      'Route: <sip:198.51.100.4:8443;transport=ws;r2=on;lr;ftag=r5d8p7q0se>',
      'Route: <sip:198.51.100.4;lr;ftag=r5d8p7q0se;did=b71.9f3>',
      `${call.to};tag=as6f2c01d9`,
      call.from,
      call.id,
      `CSeq: ${cseq} ${method}`,
      ...more,
      webAgent,
    ],
    body,
  );

const dialogInfo = [
  '<?xml version="1.0"?>',
  '<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="14" state="full" entity="sip:210@pbx.example.com">',
  '  <dialog id="1b2c3d" call-id="5a0f@10.12.0.44" local-tag="99af" remote-tag="17cc" direction="recipient">',
  '    <state>confirmed</state>',
  '    <local><identity display="Reception">sip:210@pbx.example.com</identity></local>',
  '    <remote><identity>sip:+4930555123@pbx.example.com</identity></remote>',
  '  </dialog>',
  '</dialog-info>',
  '',
].join('\r\n');

/** A signed statement on who calls (RFC 8224), as gateways of carriers add it. */
const passport = `${'eyJhbGciOiJFUzI1NiIsInBwdCI6InNoYWtlbiIsInR5cCI6InBhc3Nwb3J0In0.'.repeat(4)}${'kQ3vX9'.repeat(16)}`;

const hops = Array.from({ length: 12 }, (_, hop) => hop + 1);

/** By what they are; 24, about 1.36 kB in the mean. */
export const messages: Readonly<Record<string, string>> = {
  register: register(1),
  challenge: registered(
    '401 Unauthorized',
    1,
    `WWW-Authenticate: Digest realm="pbx.example.com",nonce="${nonce}",algorithm=MD5,qop="auth"`,
  ),
  registerWithCredentials: register(2, `Authorization: ${credentials}`),
  registered: registered(
    '200 OK',
    2,
    `${webContact};${instance};expires=600, <sip:210@10.12.0.41:5060;line=x4qd>;expires=2213`,
    'Service-Route: <sip:198.51.100.4:8443;transport=ws;lr>',
    'Date: Tue, 14 Oct 2025 07:41:09 GMT',
  ),
  inviteWithVideo: invite(1, videoOffer, `Proxy-Authorization: ${credentials}`),
  proxyChallenge: reply('407 Proxy Authentication Required', '1 INVITE', [
    `Proxy-Authenticate: Digest realm="pbx.example.com",nonce="${nonce}",algorithm=MD5,qop="auth"`,
  ]),
  trying: message([
    'SIP/2.0 100 trying -- your call is important to us',
    `${webVia('inv2')};rport=49660;received=203.0.113.9`,
    call.to,
    call.from,
    call.id,
    'CSeq: 2 INVITE',
    'Server: kamailio (5.8.4 (x86_64/linux))',
  ]),
  earlyMedia: reply(
    '183 Session Progress',
    '2 INVITE',
    [
      'Contact: <sip:+4930901820@198.51.100.20:5060>',
      'Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, SUBSCRIBE, NOTIFY, INFO, PUBLISH, MESSAGE',
      'Server: Asterisk PBX 20.11.1',
      'Content-Type: application/sdp',
    ],
    audioOffer.replaceAll('actpass', 'passive'),
  ),
  answerWithVideo: reply(
    '200 OK',
    '2 INVITE',
    ['Contact: <sip:+4930901820@198.51.100.20:5060>', 'Supported: replaces, timer', 'Content-Type: application/sdp'],
    videoAnswer,
  ),
  ack: within('ACK', 2),
  keypad: within('INFO', 3, ['Content-Type: application/dtmf-relay'], 'Signal=5\r\nDuration=160\r\n'),
  hold: within('INVITE', 4, [webContact, 'Content-Type: application/sdp'], audioOffer.replace('sendrecv', 'sendonly')),
  attendedTransfer: within('REFER', 5, [
    'Refer-To: <sip:carol@pbx.example.com?Replaces=8a0f%4010.12.0.44%3Bto-tag%3D5f01%3Bfrom-tag%3D77ab>',
    'Referred-By: <sip:alice@pbx.example.com>',
    webContact,
  ]),
  transferReport: message(
    [
      'NOTIFY sip:f3t9k0ve@7o1ql4ht2u9g.invalid;transport=ws;ob SIP/2.0',
      'Via: SIP/2.0/WSS 198.51.100.4:8443;branch=z9hG4bK9d3c.5b0a1f.0',
      'Via: SIP/2.0/UDP 198.51.100.20:5060;received=198.51.100.20;rport=5060;branch=z9hG4bK70f2ae91',
      'Max-Forwards: 69',
      'From: <sip:+4930901820@pbx.example.com;user=phone>;tag=as6f2c01d9',
      'To: "Alice =?UTF-8?Q?=C3=85ngstr=C3=B6m?=" <sip:alice@pbx.example.com>;tag=r5d8p7q0se',
      call.id,
      'CSeq: 103 NOTIFY',
      'Contact: <sip:+4930901820@198.51.100.20:5060>',
      'Event: refer;id=5',
      'Subscription-State: terminated;reason=noresource',
      'Content-Type: message/sipfrag;version=2.0',
    ],
    'SIP/2.0 200 OK\r\n',
  ),
  bye: within('BYE', 6, ['Reason: Q.850;cause=16;text="Normal call clearing"']),
  holdAnswered: reply(
    '200 OK',
    '4 INVITE',
    [
      'Contact: <sip:+4930901820@198.51.100.20:5060>',
      'Session-Expires: 1800;refresher=uac',
      'Server: Asterisk PBX 20.11.1',
      'Content-Type: application/sdp',
    ],
    audioOffer.replaceAll('actpass', 'active').replace('sendrecv', 'recvonly'),
  ),
  deskInvite: message(
    [
      'INVITE sip:f3t9k0ve@7o1ql4ht2u9g.invalid;transport=ws;ob SIP/2.0',
      'Record-Route: <sip:198.51.100.4:8443;transport=ws;r2=on;lr;ftag=3417029581>',
      'Record-Route: <sip:198.51.100.4;r2=on;lr;ftag=3417029581>',
      'Via: SIP/2.0/WSS 198.51.100.4:8443;branch=z9hG4bKb2e1.11f06b34.0;i=a1',
      'Via: SIP/2.0/UDP 10.12.0.41:5060;received=203.0.113.77;rport=5060;branch=z9hG4bK3902714420',
      'From: "Reception" <sip:210@pbx.example.com:5060>;tag=3417029581',
      'To: <sip:alice@pbx.example.com:5060>',
      'Call-ID: 0_2914473920@10.12.0.41',
      'CSeq: 2 INVITE',
      'Contact: <sip:210@10.12.0.41:5060>',
      'Content-Type: application/sdp',
      'Allow: INVITE, INFO, PRACK, ACK, BYE, CANCEL, OPTIONS, NOTIFY, REGISTER, SUBSCRIBE, REFER, PUBLISH, UPDATE, MESSAGE',
      'Max-Forwards: 69',
      'User-Agent: DeskPhone T54W 96.86.0.70',
      'Supported: replaces',
      'Allow-Events: hold,talk,conference,refer,check-sync',
      'P-Asserted-Identity: "Reception" <sip:210@pbx.example.com>',
      `Identity: ${passport};info=<https://certs.example.net/stir.crt>;alg=ES256;ppt=shaken`,
      'Alert-Info: <http://pbx.example.com/ring>;info=internal;x-line-id=0',
    ],
    deskOffer,
  ),
  elsewhere: message([
    'CANCEL sip:f3t9k0ve@7o1ql4ht2u9g.invalid;transport=ws;ob SIP/2.0',
    'Via: SIP/2.0/WSS 198.51.100.4:8443;branch=z9hG4bKb2e1.11f06b34.0;i=a1',
    'From: "Reception" <sip:210@pbx.example.com:5060>;tag=3417029581',
    'To: <sip:alice@pbx.example.com:5060>',
    'Call-ID: 0_2914473920@10.12.0.41',
    'CSeq: 2 CANCEL',
    'Max-Forwards: 69',
    'Reason: SIP;cause=200;text="Call completed elsewhere"',
  ]),
  busyLamp: message(
    [
      'NOTIFY sip:f3t9k0ve@7o1ql4ht2u9g.invalid;transport=ws;ob SIP/2.0',
      'Via: SIP/2.0/WSS 198.51.100.4:8443;branch=z9hG4bK51fa.0c99d2.0',
      'From: <sip:210@pbx.example.com>;tag=17b6fe0a-21',
      `To: ${alice};tag=p0x4c2`,
      'Call-ID: b9r3t7y1u5i8o2p4',
      'CSeq: 15 NOTIFY',
      'Contact: <sip:198.51.100.4:8443;transport=ws>',
      'Event: dialog',
      'Subscription-State: active;expires=3187',
      'Max-Forwards: 70',
      'Content-Type: application/dialog-info+xml',
    ],
    dialogInfo,
  ),
  voicemail: message(
    [
      'NOTIFY sip:f3t9k0ve@7o1ql4ht2u9g.invalid;transport=ws;ob SIP/2.0',
      'Via: SIP/2.0/WSS 198.51.100.4:8443;branch=z9hG4bK07c1.a4e2b8.0',
      'From: <sip:alice@pbx.example.com>;tag=as12bb90e4',
      `To: ${alice};tag=w6e1r8`,
      'Call-ID: 6f1d00aa427b@pbx.example.com',
      'CSeq: 102 NOTIFY',
      'Contact: <sip:asterisk@198.51.100.20:5060>',
      'Event: message-summary',
      'Subscription-State: active',
      'Max-Forwards: 69',
      'Content-Type: application/simple-message-summary',
    ],
    'Messages-Waiting: yes\r\nMessage-Account: sip:*97@pbx.example.com\r\nVoice-Message: 2/8 (0/2)\r\n',
  ),
  text: message(
    [
      'MESSAGE sip:bob@pbx.example.com SIP/2.0',
      webVia('msg1'),
      'Max-Forwards: 70',
      'To: <sip:bob@pbx.example.com>',
      `From: ${alice};tag=z7t4m0`,
      'Call-ID: 1q2w3e4r5t6z7u8i9o',
      'CSeq: 1 MESSAGE',
      webAgent,
      'Content-Type: text/plain;charset=UTF-8',
    ],
    'Bin gleich da, bitte nicht auflegen: はい、お願いします 👍',
  ),
  ping: message([
    'OPTIONS sip:f3t9k0ve@7o1ql4ht2u9g.invalid;transport=ws;ob SIP/2.0',
    'Via: SIP/2.0/WSS 198.51.100.4:8443;branch=z9hG4bK6635281',
    'From: sip:pinger@198.51.100.4;tag=uloc-5d0c2a71-1f60-3',
    'To: sip:alice@pbx.example.com',
    'Call-ID: 0fb6d2c1-7aa93b5e-4d1@198.51.100.4',
    'CSeq: 1 OPTIONS',
    'Max-Forwards: 70',
  ]),
  compact: [
    'INVITE sip:bob@[2001:db8::10]:5070 SIP/2.0',
    'v: SIP/2.0/TCP [2001:db8::9:1];branch=z9hG4bK.kSl2~x,',
    ' SIP/2.0/UDP 192.0.2.30:5060;branch=z9hG4bKnashds8;received=192.0.2.31',
    'f: "Carol \\"C\\" Case"',
    ' <sip:carol@192.0.2.30>;tag=Vt3b~19',
    't: <sip:bob@example.org>',
    'i: GKo1T7f4Rr',
    'CSeq: 20 INVITE',
    'm: <sip:carol@192.0.2.30;transport=udp>;+sip.instance="<urn:uuid:00000000-0000-4000-8000-000bca2f1d3e>"',
    'Max-Forwards: 70',
    'k: replaces, outbound, gruu, path',
    's: lunch',
    '  at noon',
    'c: application/sdp',
    `l: ${Buffer.byteLength(deskOffer)}`,
    '',
    deskOffer,
  ].join('\r\n'),
  longWay: message([
    'INVITE sip:+12125551212@ims.example.net;user=phone SIP/2.0',
    ...hops.map((hop) => `Via: SIP/2.0/UDP cscf${hop}.ims.example.net:5060;branch=z9hG4bK351g45.${hop}a0f`),
    ...hops.map((hop) => `Record-Route: <sip:mo@cscf${hop}.ims.example.net:5060;lr;did=3b${hop}>`),
    'Max-Forwards: 58',
    'From: <sip:+12125551111@ims.example.net;user=phone>;tag=171828',
    'To: <sip:+12125551212@ims.example.net;user=phone>',
    'Call-ID: cb03a0s09a2sdfglkj490333',
    'CSeq: 127 INVITE',
    'Contact: <sip:+12125551111@198.51.100.77:1357>;+g.3gpp.icsi-ref="urn%3Aurn-7%3A3gpp-service.ims.icsi.mmtel"',
    'P-Asserted-Identity: "John Doe" <sip:+12125551111@ims.example.net>',
    'P-Charging-Vector: icid-value="AyretyU0dm+6O2IrT5tAFrbHLso=023551024";orig-ioi=home1.example.net',
    'P-Access-Network-Info: 3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=23415D0FCE11',
    'Privacy: none',
  ]),
};
