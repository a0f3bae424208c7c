import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { installWithApt } from './apt.mjs';
import { Stop } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where a Chromium or Chrome usually lies, on the three systems. */
function usualPlaces() {
  const { platform, env } = process;
  if (platform === 'darwin') {
    const bundles = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'];
    const folders = ['/Applications', path.join(env['HOME'] ?? '', 'Applications')];
    return folders.flatMap((folder) => bundles.map((bundle) => path.join(folder, bundle)));
  }
  if (platform === 'win32') {
    const inside = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return folders.flatMap((folder) => (folder === undefined ? [] : inside.map((each) => path.join(folder, each))));
  }
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', ...(env['PATH'] ?? '').split(path.delimiter)];
  return [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), '/opt/google/chrome/chrome'];
}

const findInstalled = () => usualPlaces().find((place) => existsSync(place));

/** The path of a Chromium to test with; on Debian and Ubuntu it is installed when missing and allowed. */
export async function ensureChromium() {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new Stop(`CHROMIUM_PATH is ${chosen}, where there is no file.`);
  }
  const found = findInstalled() ?? (await install());
  if (found !== undefined) return found;
  throw new Stop(
    'The browser tests need Chromium or Chrome: install one (on Debian: apt-get install chromium) or set CHROMIUM_PATH to it.',
  );
}

async function install() {
  return (await installWithApt(['chromium'], 'No Chromium found')) ? findInstalled() : undefined;
}
