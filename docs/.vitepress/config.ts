import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';
import { repositoryLinks } from './repository-links.ts';

const reference = new URL('../api/typedoc-sidebar.json', import.meta.url);
const api: unknown = existsSync(reference) ? JSON.parse(readFileSync(reference, 'utf8')) : [];

/** Any folder of any web server will do. */
const base = process.env['DOCS_BASE'] ?? '/';
const title = /^# (.+)$/m;

/** Every page under decisions/, by its heading. */
function decisions(): { text: string; link: string }[] {
  const folder = new URL('../decisions/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
  const pages = files.map((file) => {
    const [, text = file] = title.exec(readFileSync(new URL(file, folder), 'utf8')) ?? [];
    return { text: text.replaceAll('`', ''), link: `/decisions/${file.replace(/\.md$/, '')}` };
  });
  return [{ text: 'All of them', link: '/decisions/README' }, ...pages];
}

export default defineConfig({
  title: 'Hookswitch',
  description: 'A SIP softphone toolkit for the web',
  base,
  cleanUrls: false,
  head: [['link', { rel: 'icon', href: `${base}hookswitch.svg`, type: 'image/svg+xml' }]],
  // One list of all pages for all pages, not one in each.
  metaChunk: true,
  srcExclude: ['README.md', 'support/**', 'examples/**'],
  markdown: { config: repositoryLinks },
  transformPageData(page) {
    // Tables of three long columns: on a telephone their cells stand one below the other.
    if (/^(migrate|troubleshooting|security)/.test(page.relativePath)) page.frontmatter['pageClass'] = 'stacked';
    if (page.relativePath === 'statements.md') page.frontmatter['pageClass'] = 'stacked numbered';
  },
  themeConfig: {
    logo: '/hookswitch.svg',
    search: { provider: 'local' },
    outline: { level: [2, 3] },
    nav: [
      { text: 'Quick start', link: '/quick-start' },
      { text: 'Guides', link: '/guide/incoming-calls' },
      { text: 'Servers', link: '/servers' },
      { text: 'Migration', link: '/migrate/sipjs-classic' },
      { text: 'API', link: '/api/' },
    ],
    sidebar: {
      '/': [
        {
          text: 'Begin',
          items: [
            { text: 'Quick start', link: '/quick-start' },
            { text: 'Concepts', link: '/concepts' },
            { text: 'Troubleshooting', link: '/troubleshooting' },
            { text: 'Command line', link: '/command-line' },
          ],
        },
        {
          text: 'Calls',
          items: [
            { text: 'Incoming calls', link: '/guide/incoming-calls' },
            { text: 'Transfers', link: '/guide/transfers' },
            { text: 'Hold and conference', link: '/guide/hold-and-conference' },
            { text: 'Devices and autoplay', link: '/guide/devices-and-autoplay' },
            { text: 'Video and recording', link: '/guide/video-and-recording' },
            { text: 'Quality', link: '/guide/quality' },
            { text: 'Recovery', link: '/guide/recovery' },
          ],
        },
        {
          text: 'Beside calls',
          items: [
            { text: 'Messages', link: '/guide/messages' },
            { text: 'Presence and voicemail', link: '/guide/presence-and-voicemail' },
            { text: 'History, contacts, settings', link: '/guide/history' },
            { text: 'Many accounts', link: '/guide/many-accounts' },
          ],
        },
        {
          text: 'In your app',
          items: [
            { text: 'Theming', link: '/guide/theming' },
            { text: 'Accessibility', link: '/guide/accessibility' },
            { text: 'Languages', link: '/guide/languages' },
            { text: 'Server rendering', link: '/guide/server-rendering' },
            { text: 'React Native', link: '/guide/react-native' },
            { text: 'Testing your app', link: '/guide/testing' },
            { text: 'Security', link: '/security' },
          ],
        },
        {
          text: 'Servers',
          items: [
            { text: 'One, two and many', link: '/servers' },
            { text: 'Kamailio', link: '/servers/kamailio' },
            { text: 'Asterisk', link: '/servers/asterisk' },
            { text: 'FreeSWITCH', link: '/servers/freeswitch' },
            { text: 'OpenSIPS', link: '/servers/opensips' },
            { text: 'Hosted trunks', link: '/servers/trunks' },
          ],
        },
        {
          text: 'Coming from elsewhere',
          items: [
            { text: 'SIP.js, classic', link: '/migrate/sipjs-classic' },
            { text: 'SIP.js 0.16 and later', link: '/migrate/sipjs' },
            { text: 'JsSIP', link: '/migrate/jssip' },
          ],
        },
        {
          text: 'About',
          items: [
            { text: 'Performance', link: '/performance' },
            { text: 'Ten thousand at once', link: '/fleet' },
            { text: 'Fifteen statements', link: '/statements' },
            { text: 'Not there yet', link: '/not-yet' },
          ],
        },
        {
          text: 'Decisions',
          collapsed: true,
          items: decisions(),
        },
      ],
      '/api/': [{ text: 'API', items: api as never }],
    },
  },
});
