import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { boundaries, checkImport } from './boundaries.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** Lints a file that does not exist, with the direction rule alone. */
async function lint(file: string, code: string): Promise<string[]> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.{ts,tsx}'],
      languageOptions: { parser: tseslint.parser },
      plugins: { hookswitch: boundaries },
      rules: { 'hookswitch/direction': 'error' },
    },
  });
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
  return (result?.messages ?? []).map((each) => each.message);
}

describe('the import-direction rule', () => {
  it('reports an import that points down the list', async () => {
    const messages = await lint('packages/sip-core/src/message/a.ts', `import { x } from '../dialog/b.ts';`);
    expect(messages).toEqual([expect.stringContaining('message must not import dialog')]);
  });

  it('accepts an import that points up the list', async () => {
    expect(await lint('packages/sip-core/src/dialog/a.ts', `import { x } from '../message/b.ts';`)).toEqual([]);
  });

  it.each([
    ['export from', `export { x } from '../ua/b.ts';`],
    ['export all', `export * from '../ua/b.ts';`],
    ['dynamic import', `await import('../ua/b.ts');`],
    ['import type', `import type { X } from '../ua/b.ts';`],
    ['import in a type', `export type X = import('../ua/b.ts').X;`],
  ])('sees %s', async (_name, code) => {
    expect(await lint('packages/sip-core/src/session/a.ts', code)).toHaveLength(1);
  });

  it('lets session see the types of the media seam and nothing else of media', async () => {
    const file = 'packages/sip-core/src/session/a.ts';
    const seam = '../media/session-description-handler.ts';
    expect(await lint(file, `import type { X } from '${seam}';`)).toEqual([]);
    expect(await lint(file, `import { type X } from '${seam}';`)).toEqual([]);
    expect(await lint(file, `import { x } from '${seam}';`)).toHaveLength(1);
    expect(await lint(file, `import type { X } from '../media/devices.ts';`)).toHaveLength(1);
  });

  it('is part of the real configuration', async () => {
    const config = (await new ESLint({ cwd: root }).calculateConfigForFile(
      path.join(root, 'packages/sip-core/src/index.ts'),
    )) as { rules: Record<string, unknown[]> };
    expect(config.rules['hookswitch/direction']?.[0]).toBe(2);
  });
});

describe('checkImport', () => {
  const verdict = (file: string, specifier: string): string | undefined =>
    checkImport({ file, specifier, typeOnly: false });

  it.each([
    ['packages/sip-core/src/media/webrtc/a.ts', '../../session/b.ts'],
    ['packages/sip-core/src/platform.ts', './message/b.ts'],
    ['packages/sip-core/src/ua/a.ts', '../index.ts'],
    ['packages/sip-core/src/nowhere/a.ts', '../base/b.ts'],
    ['packages/sip-core/src/ua/a.ts', '@hookswitch/react-sip'],
    ['packages/react-sip/src/a.ts', '@hookswitch/ui'],
    ['packages/react-sip/src/a.ts', '../../sip-core/src/index.ts'],
    ['apps/demo/src/a.tsx', '../../../packages/ui/src/index.ts'],
    ['packages/ui/src/a.tsx', '@hookswitch/react-sip/src/store.ts'],
  ])('refuses %s -> %s', (file, specifier) => {
    expect(verdict(file, specifier)).toBeTypeOf('string');
  });

  it.each([
    ['packages/sip-core/src/index.ts', './ua/b.ts'],
    ['packages/sip-core/src/media/webrtc/a.ts', '../../message/b.ts'],
    ['packages/sip-core/src/media/webrtc/a.ts', '../session-description-handler.ts'],
    ['packages/sip-core/src/message/a.test.ts', '../testing/network.ts'],
    ['packages/sip-core/src/base/b.ts', '../platform.ts'],
    ['packages/sip-core/src/base/a.ts', '@noble/hashes/sha2.js'],
    ['packages/ui/src/button/a.stories.tsx', '../../../../.storybook/preview.tsx'],
    ['packages/ui/src/a.tsx', '@hookswitch/sip-core/testing'],
  ])('accepts %s -> %s', (file, specifier) => {
    expect(verdict(file, specifier)).toBeUndefined();
  });
});
