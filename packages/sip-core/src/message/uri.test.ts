import { describe, expect, it } from 'vitest';
import { InvalidValueError } from '../base/errors.ts';
import { Uri } from './uri.ts';

function parse(text: string): Uri {
  const uri = Uri.parse(text);
  if (uri === undefined) throw new Error(`${text} does not parse`);
  return uri;
}

describe('Uri.parse', () => {
  it.each([
    ['sip:alice@example.com', { user: 'alice', host: 'example.com', port: undefined }],
    ['SIP:alice@EXAMPLE.com:5060', { scheme: 'sip', user: 'alice', host: 'example.com', port: 5060 }],
    ['sips:alice:secret;ok@example.com', undefined],
    ['sips:alice:secret@example.com', { scheme: 'sips', user: 'alice', password: 'secret' }],
    ['sip:example.com', { user: undefined, host: 'example.com' }],
    ['sip:a@[2001:db8::10]:5070', { host: '[2001:db8::10]', port: 5070 }],
    ['sip:[2001:db8::10]', { user: undefined, host: '[2001:db8::10]' }],
    ['sip:user@[2001:db8:::192.0.2.1]', { host: '[2001:db8:::192.0.2.1]' }],
    ['sip:192.0.2.1:0', { host: '192.0.2.1', port: 0 }],
    ['sip:+1-212-555-1212:1234@gateway.com;user=phone', { user: '+1-212-555-1212', password: '1234' }],
    ['sip:user;par=u%40example.net@example.com', { user: 'user;par=u@example.net', host: 'example.com' }],
    ["sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*@example.com", { host: 'example.com' }],
    ['sip:*72#@example.com', { user: '*72#' }],
    ['sip:%00@example.com', { user: '\0' }],
    ['sip:%E6%9D%B1@example.com', { user: '東' }],
    ['sip:%ff@example.com', { user: '\ufffd' }],
    ['sip:a%2525b@example.com', { user: 'a%25b' }],
    ['sip:a_b', { host: 'a_b' }],
    ['sip:1af019b2ba08', { host: '1af019b2ba08' }],
    ['sip:example.com.', { host: 'example.com.' }],
    [
      'tel:+1-201-555-0123;phone-context=example.com',
      { scheme: 'tel', host: '', opaque: '+1-201-555-0123;phone-context=example.com' },
    ],
    ['mailto:carol@chicago.com', { scheme: 'mailto', opaque: 'carol@chicago.com', user: undefined }],
    ['urn:service:sos', { scheme: 'urn', opaque: 'service:sos' }],
    ['soap.beep://192.0.2.103:3002', { scheme: 'soap.beep', opaque: '//192.0.2.103:3002' }],
  ])('[PRO-01] reads %s', (text, expected) => {
    const uri = Uri.parse(text);
    if (expected === undefined) expect(uri).toBeUndefined();
    else expect(uri).toMatchObject(expected);
  });

  it.each([
    ...['', 'sip', 'sip:', 'sips:', 'sip:@example.com', 'sip:a@', 'sip::5060', ':a', 'tel:', '5:a', 'a b:c', 'tel:a b'],
    ...['sip:a@b:', 'sip:a@b:x', 'sip:a@b:65536', 'sip:a@b:99999999999', 'sip:2001:db8::10:5070', 'sip:[::1', 'sip:[]'],
    ...['sip:a@b..c', 'sip:a@.b', 'sip:a@b;', 'sip:a@b;;x', 'sip:a@b;=x', 'sip:a@b;x="y', 'sip:a@b?', 'sip:a@b?x'],
    ...['sip:a@b?=x', 'sip:a@b?x=1&', 'sip:%4@b', 'sip:%zz@b', 'sip:a@b;x=%4', 'sip:a b@c', 'sip:a@b c', 'sip:a@b>'],
    ...['sip:a@b\r\n', 'sip:a\r\nb@c', 'sip:a@b;x=1\r\nX: y', 'sip:jörg@example.com', 'sip:a@exämple.com', '<sip:a@b>'],
    ...[' sip:a@b', 'sip:a@b '],
  ])('[PRO-01] refuses %j', (text) => {
    expect(Uri.parse(text)).toBeUndefined();
  });

  it('[PRO-01] decodes parameters once, the first of a name counting', () => {
    const { params } = parse(
      'sip:cal%6Cer@host5.example.net;%6C%72;n%61me=v%61lue%25%34%31;Transport=WS;transport=tcp;e=',
    );
    expect([...params]).toEqual([
      ['lr', null],
      ['name', 'value%41'],
      ['transport', 'WS'],
      ['e', ''],
    ]);
  });

  it('[PRO-01] reads quoted parameters, which some send', () => {
    expect(parse('sip:a@b;x="y \\" ;z";w=1').params).toEqual(
      new Map([
        ['x', 'y " ;z'],
        ['w', '1'],
      ]),
    );
  });

  it('[PRO-01] reads headers, several of one name too', () => {
    const { headers } = parse('sip:a@b?Route=%3Csip:p%3E&route=2&body=&Subject=a%26b');
    expect([...headers]).toEqual([
      ['route', ['<sip:p>', '2']],
      ['body', ['']],
      ['subject', ['a&b']],
    ]);
  });

  it('[PRO-01] has no use for names that objects have by nature', () => {
    const { params, headers } = parse('sip:a@b;__proto__=x;constructor?__proto__=y');
    expect(params.get('__proto__')).toBe('x');
    expect(headers.get('__proto__')).toEqual(['y']);
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });
});

describe('Uri.toString', () => {
  it.each([
    'sip:alice@example.com',
    'sips:a:b@example.com:5061;transport=ws;lr?Subject=x%20y&body=z',
    'sip:%ff%41;par=u%40example.net@example.com;n%61me=v%61lue%25%34%31',
    'sip:[2001:db8::10]:5070',
    'tel:+1-201-555-0123;phone-context=example.com',
  ])('[PRO-01] writes %s as it came', (text) => {
    expect(parse(text).toString()).toBe(text);
    expect(parse(text).detached().toString()).toBe(text);
  });

  it('[PRO-01] writes scheme and host in lower case', () => {
    expect(parse('SIP:Alice@Example.COM;Lr').toString()).toBe('sip:Alice@example.com;Lr');
    expect(parse('TEL:+1').toString()).toBe('tel:+1');
  });

  it('[PRO-01] leaves headers and method out of a Request-URI', () => {
    expect(parse('sip:a@b;method=BYE;lr?Route=x').toRequestUri()).toBe('sip:a@b;lr');
    expect(parse('sip:a@b;x=1?Route=x').toRequestUri()).toBe('sip:a@b;x=1');
    expect(parse('tel:+1').toRequestUri()).toBe('tel:+1');
    expect(parse('sip:a@b?Route=x').withoutHeaders().toString()).toBe('sip:a@b');
  });
});

describe('Uri.from', () => {
  it('[PRO-01] escapes what each part cannot hold', () => {
    const uri = Uri.from({
      ...{ user: 'a b@c:d#é', password: 'p;q', host: 'EXAMPLE.com', port: 5060 },
      params: { transport: 'ws', 'x;y': 'a=b&c', lr: null },
      headers: new Map([['Subject', ['a&b=c', 'd']]]),
    });
    expect(uri.toString()).toBe(
      'sip:a%20b%40c%3Ad%23%C3%A9:p%3Bq@example.com:5060;transport=ws;x%3By=a%3Db&c;lr?Subject=a%26b%3Dc&Subject=d',
    );
    expect(parse(uri.toString())).toMatchObject({ user: 'a b@c:d#é', password: 'p;q' });
    expect(parse(uri.toString()).params.get('x;y')).toBe('a=b&c');
  });

  it.each([
    { host: '' },
    { host: 'a b' },
    { host: 'a\r\nX: y' },
    { host: '2001:db8::1' },
    { host: 'a', port: 65536 },
    { host: 'a', port: 1.5 },
    { host: 'a', port: -1 },
    { host: 'a', scheme: 'tel' },
    { host: 'a', user: 'x\r\ny' },
    { host: 'a', params: { '': 'x' } },
    { host: 'a', headers: new Map([['', ['x']]]) },
  ])('[PRO-01] refuses %j', (init) => {
    expect(() => Uri.from(init)).toThrow(InvalidValueError);
  });

  it('[PRO-01] changes parts and keeps the rest', () => {
    const uri = parse('sip:alice@example.com:5060;lr?x=y');
    expect(uri.with({ user: 'bob', port: undefined }).toString()).toBe('sip:bob@example.com;lr?x=y');
    expect(uri.with({ params: undefined, headers: undefined, user: undefined }).toString()).toBe(
      'sip:example.com:5060',
    );
    expect(uri.aor).toBe('sip:alice@example.com');
    expect(parse('sip:example.com;lr').aor).toBe('sip:example.com');
    expect(parse('tel:+1;isub=2').aor).toBe('tel:+1');
  });
});

describe('Uri.equals', () => {
  it.each([
    ['sip:%61lice@atlanta.com;transport=TCP', 'sip:alice@AtLanTa.CoM;Transport=tcp'],
    ['sip:carol@chicago.com', 'sip:carol@chicago.com;newparam=5'],
    ['sip:carol@chicago.com;security=on', 'sip:carol@chicago.com;newparam=5'],
    [
      'sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com',
      'sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com',
    ],
    [
      'sip:alice@atlanta.com?subject=project%20x&priority=urgent',
      'sip:alice@atlanta.com?priority=urgent&subject=project%20x',
    ],
    ['tel:+1-201-555-0123', 'tel:+12015550123'],
    ['mailto:a@b', 'MAILTO:a@b'],
  ])('[PRO-01] holds for %s and %s', (a, b) => {
    expect(parse(a).equals(parse(b))).toBe(true);
    expect(parse(b).equals(parse(a))).toBe(true);
  });

  it.each([
    ['SIP:ALICE@AtLanTa.CoM;Transport=udp', 'sip:alice@AtLanTa.CoM;Transport=UDP'],
    ['sip:bob@biloxi.com', 'sip:bob@biloxi.com:5060'],
    ['sip:bob@biloxi.com', 'sip:bob@biloxi.com;transport=udp'],
    ['sip:bob@biloxi.com', 'sip:bob@biloxi.com:6000;transport=tcp'],
    ['sip:carol@chicago.com', 'sip:carol@chicago.com?Subject=next%20meeting'],
    ['sip:carol@chicago.com?Subject=a', 'sip:carol@chicago.com?Subject=b'],
    ['sip:bob@phone21.boxesbybob.com', 'sip:bob@192.0.2.4'],
    ['sip:carol@chicago.com;security=on', 'sip:carol@chicago.com;security=off'],
    ['sip:a@b;lr', 'sip:a@b;lr=on'],
    ['sip:a@b', 'sips:a@b'],
    ['sip:a@b', 'sip:a@b;maddr=1.2.3.4'],
    ['sip:a@b', 'sip:b'],
    ['sip:a:x@b', 'sip:a@b'],
    ['tel:+1', 'sip:+1@a'],
    ['tel:+1', 'tel:+2'],
  ])('[PRO-01] does not hold for %s and %s', (a, b) => {
    expect(parse(a).equals(parse(b))).toBe(false);
    expect(parse(b).equals(parse(a))).toBe(false);
  });
});
