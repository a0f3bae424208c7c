import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';

const reference = new URL('../api/typedoc-sidebar.json', import.meta.url);
const api: unknown = existsSync(reference) ? JSON.parse(readFileSync(reference, 'utf8')) : [];

export default defineConfig({
  title: 'Hookswitch',
  description: 'A SIP softphone toolkit for the web',
  // Any folder of any web server will do.
  base: process.env['DOCS_BASE'] ?? '/',
  cleanUrls: false,
  srcExclude: ['README.md', 'support/**', 'examples/**'],
  // Files of the repository that the pages name: on the site they are not there.
  ignoreDeadLinks: [/\.\.\/(README|SECURITY|ARCHITECTURE|CONTRIBUTING|interop|packages|apps|bench|examples|scripts)/],
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Quick start', link: '/quick-start' },
      { text: 'Guides', link: '/guide/incoming-calls' },
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
          items: [{ text: 'Servers', link: '/servers' }],
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
            { text: 'Decisions', link: '/decisions/README' },
            { text: 'Not there yet', link: '/not-yet' },
          ],
        },
      ],
      '/api/': [{ text: 'API', items: api as never }],
    },
  },
});
