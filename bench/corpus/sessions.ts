/** Session descriptions such as browsers and desk phones write. */

interface MediaLine {
  readonly kind: 'audio' | 'video';
  readonly mid: number;
  readonly formats: string;
  readonly lines: readonly string[];
}

const audio = [
  ...['111 opus/48000/2', '63 red/48000/2', '9 G722/8000', '0 PCMU/8000', '8 PCMA/8000', '13 CN/8000'],
  ...['110 telephone-event/48000', '126 telephone-event/8000'],
];

const feedback = ['goog-remb', 'transport-cc', 'ccm fir', 'nack', 'nack pli'];

const video = [
  ...['96 VP8', '98 VP9', '100 VP9', '102 H264', '104 H264', '106 H264', '108 H264', '35 AV1', '39 AV1', '41 H265'],
].flatMap((codec) => {
  const [type = '', name = ''] = codec.split(' ');
  const retransmission = Number(type) + 1;
  return [
    `a=rtpmap:${type} ${name}/90000`,
    ...feedback.map((kind) => `a=rtcp-fb:${type} ${kind}`),
    ...(name === 'H264'
      ? [`a=fmtp:${type} level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f`]
      : []),
    `a=rtpmap:${retransmission} rtx/90000`,
    `a=fmtp:${retransmission} apt=${type}`,
  ];
});

const candidates = [
  'a=candidate:2184105917 1 udp 2122260223 192.168.178.31 51234 typ host generation 0 network-id 1 network-cost 10',
  'a=candidate:1467250027 1 udp 1686052607 203.0.113.9 51234 typ srflx raddr 192.168.178.31 rport 51234 generation 0',
  'a=candidate:4233069003 1 tcp 1518280447 192.168.178.31 9 typ host tcptype active generation 0 network-id 1',
];

function mediaLines(media: MediaLine, setup: string): string[] {
  return [
    `m=${media.kind} 51234 UDP/TLS/RTP/SAVPF ${media.formats}`,
    'c=IN IP4 203.0.113.9',
    'a=rtcp:9 IN IP4 0.0.0.0',
    ...candidates,
    'a=ice-ufrag:kX4p',
    'a=ice-pwd:Uo0cN3b8Y2vTq6h1mKz9sLr4',
    'a=ice-options:trickle',
    'a=fingerprint:sha-256 7B:8B:F0:65:5F:78:E2:51:3B:AC:6F:F3:3F:46:1B:35:DC:B8:5F:64:1A:24:C2:43:F0:A1:58:D0:A1:2C:19:08',
    `a=setup:${setup}`,
    `a=mid:${media.mid}`,
    'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level',
    'a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
    'a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
    'a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid',
    'a=sendrecv',
    'a=msid:- 7f2f9c1e-8c0b-4a58-9d9b-0f1f7a7a2b11',
    'a=rtcp-mux',
    'a=rtcp-rsize',
    ...media.lines,
    'a=ssrc:3735928559 cname:Zx8Ww3Qm0Ff9aL2c',
    'a=ssrc:3735928559 msid:- 7f2f9c1e-8c0b-4a58-9d9b-0f1f7a7a2b11',
  ];
}

function browserSession(setup: string, version: number, withVideo: boolean): string {
  const lines: readonly MediaLine[] = [
    {
      kind: 'audio',
      mid: 0,
      formats: '111 63 9 0 8 13 110 126',
      lines: [
        ...audio.map((codec) => `a=rtpmap:${codec}`),
        'a=rtcp-fb:111 transport-cc',
        'a=fmtp:111 minptime=10;useinbandfec=1',
      ],
    },
    {
      kind: 'video',
      mid: 1,
      formats: '96 97 98 99 100 101 102 103 104 105 106 107 108 109 35 36 39 40 41 42',
      lines: video,
    },
  ];
  return [
    'v=0',
    `o=- 4611731400430051336 ${version} IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    `a=group:BUNDLE 0${withVideo ? ' 1' : ''}`,
    'a=extmap-allow-mixed',
    'a=msid-semantic: WMS',
    ...lines.slice(0, withVideo ? 2 : 1).flatMap((media) => mediaLines(media, setup)),
    '',
  ].join('\r\n');
}

/** An offer of Chromium for audio and video: about 4.7 kB. */
export const videoOffer = browserSession('actpass', 2, true);
/** The answer to it. */
export const videoAnswer = browserSession('active', 3, true);
/** An offer of Chromium for audio alone. */
export const audioOffer = browserSession('actpass', 2, false);

/** What a desk phone offers. */
export const deskOffer = [
  'v=0',
  'o=- 20518 20518 IN IP4 10.12.0.41',
  's=SDP data',
  'c=IN IP4 10.12.0.41',
  't=0 0',
  'm=audio 11790 RTP/AVP 9 0 8 18 101',
  'a=rtpmap:9 G722/8000',
  'a=rtpmap:0 PCMU/8000',
  'a=rtpmap:8 PCMA/8000',
  'a=rtpmap:18 G729/8000',
  'a=fmtp:18 annexb=no',
  'a=fmtp:101 0-15',
  'a=rtpmap:101 telephone-event/8000',
  'a=ptime:20',
  'a=sendrecv',
  '',
].join('\r\n');
