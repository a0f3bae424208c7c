import { describe, expect, it } from 'vitest';
import { InvalidValueError } from '../base/errors.ts';
import { NameAddr } from './name-addr.ts';
import { Uri } from './uri.ts';

const uri = Uri.from({ user: 'a', host: 'b' });

function parse(text: string): NameAddr {
  const address = NameAddr.parse(text);
  if (address === undefined) throw new Error(`${text} does not parse`);
  return address;
}

describe('NameAddr.parse', () => {
  it.each([
    ['<sip:a@b>', undefined, 'sip:a@b', undefined],
    ['sip:a@b', undefined, 'sip:a@b', undefined],
    [' \t<sip:a@b> ', undefined, 'sip:a@b', undefined],
    ['sip:a@b;tag=1', undefined, 'sip:a@b', '1'],
    ['<sip:a@b;tag=0>;TAG=1', undefined, 'sip:a@b;tag=0', '1'],
    ['sip:a@b ; tag = 1 ;x', undefined, 'sip:a@b', '1'],
    ['Alice <sip:a@b>;tag="1"', 'Alice', 'sip:a@b', '1'],
    ['Alice<sip:a@b>', 'Alice', 'sip:a@b', undefined],
    ['A.  Bell\t <sip:a@b>', 'A.  Bell', 'sip:a@b', undefined],
    ["token1~` token2'+_ token3*%!.- <sip:a@b>", "token1~` token2'+_ token3*%!.-", 'sip:a@b', undefined],
    ['Jörg Müller <sip:a@b>', 'Jörg Müller', 'sip:a@b', undefined],
    ['Smith (home) <sip:a@b>', 'Smith (home)', 'sip:a@b', undefined],
    ['"" <sip:a@b>', undefined, 'sip:a@b', undefined],
    ['"a \\"b\\" \\\\ <sip:x>, c"<sip:a@b>', 'a "b" \\ <sip:x>, c', 'sip:a@b', undefined],
    ['"東京" <sip:a@b>;tag=a/b=c', '東京', 'sip:a@b', 'a/b=c'],
    ['<tel:+1;phone-context=x>;tag=1', undefined, 'tel:+1;phone-context=x', '1'],
    ['tel:+1;phone-context=x', undefined, 'tel:+1', undefined],
    ['isbn:2983792873', undefined, 'isbn:2983792873', undefined],
    ['<sip:a@b;x=">">;tag=1', undefined, 'sip:a@b;x=">"', '1'],
    ['<sip:a@b>;tag=', undefined, 'refused', undefined],
    ['<sip:a@b>;tag', undefined, 'sip:a@b', undefined],
    ['<sip:a@b>;tag=1;tag=2', undefined, 'sip:a@b', '1'],
  ])('[PRO-01] reads %s', (text, displayName, address, tag) => {
    const parsed = NameAddr.parse(text);
    if (address === 'refused') {
      expect(parsed).toBeUndefined();
      return;
    }
    expect(parsed?.displayName).toBe(displayName);
    expect(parsed?.uri.toString()).toBe(address);
    expect(parsed?.tag).toBe(tag);
    expect(parsed?.params.get('tag')).toBe(text.endsWith(';tag') ? null : tag);
  });

  it.each([
    ...['', '<', '>', '<>', '<sip:a@b', 'sip:a@b>', '"a <sip:a@b>', '"a" sip:a@b', 'a sip:a@b', 'a, b <sip:a@b>'],
    ...[
      '< sip:a@b >',
      '<sip:a@b> x',
      '<sip:a@b>;',
      '<sip:a@b>;;x',
      '<sip:a@b>;x=',
      '<sip:a@b>;x="y',
      '<sip:a@b>,<sip:c>',
    ],
    ...[
      'sip:a@b?Route=x',
      'sip:a@b,sip:c',
      '<a@b>',
      'a@b',
      '*',
      '"a"',
      '<sip:a@b>;x=a b',
      '<sip:a@b>;é=1',
      'x:y <sip:a@b>',
    ],
    ...['"a\r\nb" <sip:a@b>', '<sip:a@b>;x="\r\n"', 'a\r\n <sip:a@b>', '<sip:a@b>\r\n', '\\ <sip:a@b>'],
  ])('[PRO-01] refuses %j', (text) => {
    expect(NameAddr.parse(text)).toBeUndefined();
  });
});

describe('NameAddr.toString', () => {
  it('[PRO-01] always has brackets and a quoted display name', () => {
    expect(parse('Bob sip <sip:a@b>').toString()).toBe('"Bob sip" <sip:a@b>');
    expect(parse('sip:a@b;tag=1').toString()).toBe('<sip:a@b>;tag=1');
  });

  it.each([
    'Bank" <sip:ceo@bank.example>;x="',
    'a\\',
    '\\"',
    '""',
    'BEL:\u0007 DEL:\u007f',
    "O'Neil, Sam; <x>",
    '東京 🎉',
  ])('[PRO-01] keeps the display name %j one display name', (displayName) => {
    const text = NameAddr.from({ displayName, uri, params: { tag: '1' } }).toString();
    expect(parse(text)).toMatchObject({ displayName, tag: '1' });
    expect(parse(text).uri.toString()).toBe('sip:a@b');
  });

  it('[PRO-01] keeps an escaped NUL that came', () => {
    const text = '"BEL:\\\u0007 NUL:\\\0 DEL:\\\u007f" <sip:a@b>';
    expect(parse(text).displayName).toBe('BEL:\u0007 NUL:\0 DEL:\u007f');
    expect(parse(text).toString()).toBe(text);
  });

  it.each(['a\r\nb', 'a\nb', 'a\rb', 'a\0b'])('[PRO-01] refuses the display name %j', (displayName) => {
    expect(() => NameAddr.from({ displayName, uri })).toThrow(InvalidValueError);
  });

  it('[PRO-01] quotes parameters that are no tokens, but never a tag', () => {
    const params = { a: 'x y', b: 'tok', c: '"', d: '', e: null, f: '[::1]', tag: 'a/b=c', g: 'a/b' };
    const text = NameAddr.from({ uri, params }).toString();
    expect(text).toBe('<sip:a@b>;a="x y";b=tok;c="\\"";d="";e;f=[::1];tag=a/b=c;g="a/b"');
    expect([...parse(text).params]).toEqual(Object.entries(params));
    expect(NameAddr.from({ uri, params: { tag: 'a;b' } }).toString()).toBe('<sip:a@b>;tag="a;b"');
  });

  it.each([{ 'a b': 'x' }, { '': 'x' }, { 'a\r\n': 'x' }, { a: 'x\r\ny' }, { a: 'x\0' }])(
    '[PRO-01] refuses the parameters %j',
    (params: Record<string, string>) => {
      expect(() => NameAddr.from({ uri, params })).toThrow(InvalidValueError);
    },
  );
});

describe('NameAddr', () => {
  const address = parse('"A" <sip:a@b;lr>;q=0.5');

  it('[PRO-01] changes parts and keeps the rest', () => {
    expect(address.with({ displayName: undefined }).toString()).toBe('<sip:a@b;lr>;q=0.5');
    expect(address.with({ params: undefined }).toString()).toBe('"A" <sip:a@b;lr>');
    expect(address.withTag('1').toString()).toBe('"A" <sip:a@b;lr>;q=0.5;tag=1');
    expect(address.withTag('1').withTag('2').tag).toBe('2');
    expect(NameAddr.from({ uri, displayName: '' }).displayName).toBeUndefined();
  });

  it('[PRO-01] can be taken off its message', () => {
    expect(parse('"A" <sip:a@b;lr>;tag=1').detached()).toMatchObject({ displayName: 'A', tag: '1' });
    expect(address.detached().toString()).toBe(address.toString());
    expect(address.detached().tag).toBeUndefined();
  });
});
