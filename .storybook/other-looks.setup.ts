/** Looks at every story, as its play left it, in other colours and languages than it was opened in: axe finds nothing. */
import type {} from '@vitest/browser-playwright';
import axe, { type RunOptions } from 'axe-core';
import { afterEach } from 'vitest';
import { cdp } from 'vitest/browser';
import { speak } from './spoken-language.ts';

interface Look {
  readonly name: string;
  readonly media: Readonly<Record<string, string>>;
  readonly language: string;
}

// Landmarks are the page's; the addon leaves them out as well.
const options: RunOptions = { resultTypes: ['violations'], rules: { region: { enabled: false } } };

/** Colours and languages have nothing to do with each other, so one look shows one of each. */
const looks: readonly Look[] = [
  { name: 'dark and Arabic', media: { 'prefers-color-scheme': 'dark' }, language: 'ar' },
  { name: 'forced colours and the pseudo-locale', media: { 'forced-colors': 'active' }, language: 'pseudo' },
];
const asTheSystem = { 'prefers-color-scheme': '', 'forced-colors': '' };

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') return;
  try {
    for (const look of looks) {
      await wear(look);
      const { violations } = await axe.run(document.body, options);
      if (violations.length === 0) continue;
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${id}: ${html} (${any.map(({ message }) => message).join(' ')})`),
      );
      throw new Error(`In ${look.name} axe finds:\n${found.join('\n')}`);
    }
  } finally {
    await wear(undefined);
  }
});

/** Shows the story in this look, or as it was opened. */
async function wear(look: Look | undefined): Promise<void> {
  // What fades in is not judged half way.
  const still = { 'prefers-reduced-motion': look === undefined ? '' : 'reduce' };
  const features = Object.entries({ ...asTheSystem, ...still, ...look?.media });
  await cdp().send('Emulation.setEmulatedMedia', { features: features.map(([name, value]) => ({ name, value })) });
  speak(look?.language);
  await new Promise(requestAnimationFrame);
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getTiming().iterations !== Infinity) animation.finish();
  }
  fillText(look?.media['forced-colors'] === 'active');
}

/** Fills text with the colour it has: axe asks for the filling, of which Chromium tells what it was before it was forced. */
function fillText(filled: boolean): void {
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (filled) element.style.setProperty('-webkit-text-fill-color', getComputedStyle(element).color);
    else element.style.removeProperty('-webkit-text-fill-color');
  }
}
