import { afterEach, expect, it } from 'vitest';
import styles from '../styles.css?inline';

afterEach(() => {
  document.body.replaceChildren();
  document.head.querySelector('[data-test-styles]')?.remove();
});

/** A page of somebody else, with one of everything that style sheets like to reset. */
const foreign = `
  <main><h1>Title</h1><p>Text <a href="#">link</a> <b>bold</b> <code>code</code></p>
  <button>Button</button><input value="text"><input type="checkbox"><select><option>one</option></select>
  <textarea>text</textarea><ul><li>item</li></ul><table><tbody><tr><td>cell</td></tr></tbody></table>
  <fieldset><legend>Legend</legend><label>Label</label></fieldset><dialog open>Dialog</dialog>
  <section class="phone call hidden"><svg width="4" height="4"><path d="M0 0h4"/></svg><audio controls></audio></section></main>`;

function add(css: string): void {
  const style = document.createElement('style');
  style.dataset['testStyles'] = '';
  style.textContent = css;
  document.head.append(style);
}

/** Every computed property of every element, those of the root included; our own tokens are not theirs. */
function computed(): readonly string[] {
  return [...document.querySelectorAll('html, body, body *')].flatMap((element) =>
    ['', '::before', '::after', '::placeholder'].map((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      return `${element.tagName}${pseudo} ${[...style]
        .filter((name) => !name.startsWith('--'))
        .map((name) => `${name}:${style.getPropertyValue(name)}`)
        .join(';')}`;
    }),
  );
}

it('[statement 13] [KIT-09] the style sheet changes nothing in a page that is not ours', () => {
  document.body.innerHTML = foreign;
  const before = computed();
  add(styles);
  expect(before.length).toBeGreaterThan(80);
  expect(computed().filter((element, index) => element !== before[index])).toEqual([]);
});

it('[statement 13] [KIT-09] a token or a class of the page wins without !important, wherever it stands', () => {
  add(':root { --hs-radius: 3px } .mine { padding: 7px }');
  add(styles);
  document.body.innerHTML = '<div class="hs-root hs-details mine"></div><div class="hs-trace__medium"></div>';
  const [details, medium] = [...document.body.children].map((element) => getComputedStyle(element));
  expect(details?.paddingTop).toBe('7px');
  expect(medium?.borderTopLeftRadius).toBe('3px');
});
