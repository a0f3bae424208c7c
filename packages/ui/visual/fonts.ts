import { commands, server } from 'vitest/browser';
import reference from './fonts.json';

/** Whether the pictures are to be taken anew. */
export const renewing: boolean = server.config.snapshotOptions.updateSnapshot === 'all';

const samples = ['Hookswitch', '0123456789', 'Enter a number', 'مكالمة واردة'];

/** How wide some words are here: other fonts, other widths. */
function measure(): readonly number[] {
  const probe = document.createElement('span');
  probe.className = 'hs-root';
  probe.style.cssText = 'position: absolute; white-space: pre; font-size: 32px';
  document.body.append(probe);
  const widths = samples.map((sample) => {
    probe.textContent = sample;
    return Math.round(probe.getBoundingClientRect().width * 10) / 10;
  });
  probe.remove();
  return widths;
}

/** Whether text here is as wide as where the pictures were taken; when they are taken anew, they are taken here. */
export async function hasFontsOfPictures(): Promise<boolean> {
  const widths = measure();
  if (renewing) {
    await commands.writeFile('packages/ui/visual/fonts.json', `{ "widths": [${widths.join(', ')}] }\n`);
    return true;
  }
  return JSON.stringify(widths) === JSON.stringify(reference.widths);
}
