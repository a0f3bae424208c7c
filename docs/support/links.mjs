/** The links of the pages: each that stays in the repository has to lead somewhere. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const link = /\[[^\]]*\]\(([^)\s]+)\)/g;

/**
 * @param {string} markdown
 * @returns {string[]} anchors, as headings give them
 */
export function anchorsOf(markdown) {
  const text = withoutCode(markdown);
  return Array.from(text.matchAll(/^#{1,6}\s+(.+)$/gm), ([, heading = '']) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[`*]/g, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s+/g, '-'),
  );
}

/**
 * @param {string} file absolute path of a page
 * @returns {string[]} what is wrong with its links
 */
export function brokenLinks(file) {
  const markdown = readFileSync(file, 'utf8');
  /** @type {string[]} */
  const broken = [];
  for (const [, target = ''] of withoutCode(markdown).matchAll(link)) {
    if (/^[a-z]+:/i.test(target) || target.includes('api/')) continue;
    const [place = '', anchor] = target.split('#');
    const found = place === '' ? file : path.resolve(path.dirname(file), place);
    const page = [found, `${found}.md`, path.join(found, 'index.md')].find((each) => existsSync(each));
    if (page === undefined) broken.push(`${target}: there is no such file`);
    else if (anchor !== undefined && page.endsWith('.md') && !anchorsOf(readFileSync(page, 'utf8')).includes(anchor)) {
      broken.push(`${target}: there is no such heading`);
    }
  }
  return broken;
}

/** @param {string} markdown */
function withoutCode(markdown) {
  return markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ''));
}
