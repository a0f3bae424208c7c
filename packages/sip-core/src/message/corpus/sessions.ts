const codecs = [
  '111 opus/48000/2',
  '63 red/48000/2',
  '9 G722/8000',
  '0 PCMU/8000',
  '8 PCMA/8000',
  '13 CN/8000',
  '110 telephone-event/48000',
  '126 telephone-event/8000',
];

const videoCodecs = ['96 VP8', '98 VP9', '100 VP9', '102 H264', '104 H264', '45 AV1'].flatMap((codec, index) => [
  `a=rtpmap:${codec}/90000`,
  ...['goog-remb', 'transport-cc', 'ccm fir', 'nack', 'nack pli'].map(
    (kind) => `a=rtcp-fb:${codec.split(' ')[0] ?? ''} ${kind}`,
  ),
  `a=rtpmap:${97 + 2 * index} rtx/90000`,
  `a=fmtp:${97 + 2 * index} apt=${codec.split(' ')[0] ?? ''}`,
]);

const candidates = [
  'candidate:2184105917 1 udp 2122260223 192.168.1.42 51234 typ host generation 0 network-id 1 network-cost 10',
  'candidate:1467250027 1 udp 1686052607 203.0.113.9 51234 typ srflx raddr 192.168.1.42 rport 51234 generation 0',
  'candidate:4233069003 1 tcp 1518280447 192.168.1.42 9 typ host tcptype active generation 0 network-id 1',
];

function media(kind: 'audio' | 'video', mid: number, lines: readonly string[], setup: string): string[] {
  return [
    `m=${kind} 51234 UDP/TLS/RTP/SAVPF ${kind === 'audio' ? '111 63 9 0 8 13 110 126' : '96 97 98 99 100 101 102 103'}`,
    'c=IN IP4 203.0.113.9',
    'a=rtcp:9 IN IP4 0.0.0.0',
    ...candidates.map((candidate) => `a=${candidate}`),
    'a=ice-ufrag:kX4p',
    'a=ice-pwd:Uo0cN3b8Y2vTq6h1mKz9sLr4',
    'a=ice-options:trickle',
    'a=fingerprint:sha-256 7B:8B:F0:65:5F:78:E2:51:3B:AC:6F:F3:3F:46:1B:35:DC:B8:5F:64:1A:24:C2:43:F0:A1:58:D0:A1:2C:19:08',
    `a=setup:${setup}`,
    `a=mid:${mid}`,
    'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level',
    'a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
    'a=sendrecv',
    'a=msid:- 7f2f9c1e-8c0b-4a58-9d9b-0f1f7a7a2b11',
    'a=rtcp-mux',
    'a=rtcp-rsize',
    ...lines,
    'a=ssrc:3735928559 cname:Zx8Ww3Qm0Ff9aL2c',
  ];
}

function session(setup: string, version: number): string {
  return [
    'v=0',
    `o=- 4611731400430051336 ${version} IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    'a=group:BUNDLE 0 1',
    'a=extmap-allow-mixed',
    'a=msid-semantic: WMS',
    ...media(
      'audio',
      0,
      [...codecs.map((codec) => `a=rtpmap:${codec}`), 'a=fmtp:111 minptime=10;useinbandfec=1'],
      setup,
    ),
    ...media('video', 1, videoCodecs, setup),
    '',
  ].join('\r\n');
}

/** An offer such as Chrome makes for audio and video. */
export const offerSdp: string = session('actpass', 2);
/** The answer to it. */
export const answerSdp: string = session('active', 3);
