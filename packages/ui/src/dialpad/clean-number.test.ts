import { describe, expect, test } from 'vitest';
import { cleanNumber } from './clean-number.ts';

describe('cleanNumber', () => {
  test.each([
    ['555-0100', '5550100'],
    ['+44 (0)20 7946-0018', '+442079460018'],
    ['(212) 555.0134', '2125550134'],
    ['  1002\n', '1002'],
    ['Phone: +49 30 901820', '+4930901820'],
    ['tel:+1-201-555-0123;ext=42', '+12015550123'],
    ['callto://5550100', '5550100'],
    ['sip:alice@example.com;transport=ws', 'alice@example.com'],
    ['<sip:alice@example.com>', 'alice@example.com'],
    ['alice@example.com', 'alice@example.com'],
    ['sip:%2B351215550134@example.com', '+351215550134@example.com'],
    ['1-800-FLOWERS', '18003569377'],
    ['*72#', '*72#'],
    ['alice', 'alice'],
    ['\u202a+44 20\u00a07946\u202c', '+44207946'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['０１２＃', '012#'],
    ['sip:%E0%A4%A', '%E0%A4%A'],
    ['', ''],
  ])('[KIT-01] turns %j into %j', (pasted, cleaned) => {
    expect(cleanNumber(pasted)).toBe(cleaned);
  });
});
