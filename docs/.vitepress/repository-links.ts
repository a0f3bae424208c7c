/** What of markdown-it is needed; VitePress brings it along without its types. */
interface Token {
  type: string;
  tag: string;
  attrs: [string, string][] | null;
  children: Token[] | null;
  attrGet(name: string): string | null;
}

interface Markdown {
  readonly core: { readonly ruler: { push(name: string, rule: (state: { tokens: Token[] }) => void): void } };
}

/** Files of the repository that pages name: on the site they are not there. */
const outside = /^(\.\.\/)+(README|SECURITY|ARCHITECTURE|CONTRIBUTING|interop|packages|apps|bench|examples|scripts)\b/;

/** Makes text of links that lead out of docs/, and says where the file is. */
export function repositoryLinks(markdown: Markdown): void {
  markdown.core.ruler.push('repository-links', ({ tokens }) => {
    for (const { children } of tokens) {
      let open = false;
      for (const token of children ?? []) {
        const target = token.type === 'link_open' ? token.attrGet('href') : null;
        if (target !== null && outside.test(target)) {
          open = true;
          Object.assign(token, { type: 'span_open', tag: 'span' });
          token.attrs = [['title', `In the repository: ${target.replace(/^(\.\.\/)+/, '')}`]];
        } else if (open && token.type === 'link_close') {
          open = false;
          Object.assign(token, { type: 'span_close', tag: 'span' });
        }
      }
    }
  });
}
