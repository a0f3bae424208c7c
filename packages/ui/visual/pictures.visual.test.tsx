import { userEvent, within } from 'storybook/test';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { hasFontsOfPictures } from './fonts.ts';
import { arabicStates, type State, states } from './states.tsx';

const comparable = await hasFontsOfPictures();
if (!comparable) {
  console.warn('Text is not as wide here as where the pictures were taken, so they are not compared: other fonts.');
}

/** Waits until nothing has changed for five frames. */
async function isQuiet(place: Element): Promise<void> {
  let [before, frames] = ['', 0];
  while (frames < 5) {
    await new Promise(requestAnimationFrame);
    frames = place.innerHTML === before ? frames + 1 : 0;
    before = place.innerHTML;
  }
}

/** Shows a state, and looks at it in both themes. */
async function look(name: string, state: State): Promise<void> {
  const place = document.createElement('div');
  place.style.cssText = 'display: inline-block; max-block-size: 680px; overflow: hidden';
  document.body.append(place);
  try {
    await state.run({ canvasElement: place, canvas: within(place), userEvent: userEvent.setup() });
    // Some parts come when they are asked for, or once they are in view.
    await expect.poll(() => place.querySelector('.hs-section-wait')).toBeNull();
    await isQuiet(place);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    for (const theme of ['light', 'dark']) {
      document.documentElement.dataset['hsTheme'] = theme;
      await expect.element(page.elementLocator(place)).toMatchScreenshot(`${name}-${theme}`);
    }
  } finally {
    place.remove();
  }
}

describe.skipIf(!comparable)('[KIT-10] looks as in its picture:', () => {
  it.for(Object.entries(states))('%s', async ([name, state]) => {
    document.documentElement.lang = 'en';
    await look(name, state);
  });

  it.for(arabicStates)('%s, in Arabic', async (name) => {
    const state = states[name];
    if (state === undefined) throw new Error(`There is no state "${name}".`);
    document.documentElement.lang = 'ar';
    await look(`${name}-arabic`, state);
  });
});
