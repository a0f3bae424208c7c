import { defineConfig } from 'playwright/test';

const { BASE_URL: baseURL = 'http://127.0.0.1:4173', CHROMIUM_PATH: executablePath = '' } = process.env;
const args = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
export default defineConfig({
  use: { baseURL, launchOptions: { args, ...(executablePath === '' ? {} : { executablePath }) } },
  ...(process.env['BASE_URL'] === undefined && {
    webServer: { command: 'npm run start', url: baseURL },
  }),
});
