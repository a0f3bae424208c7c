// @vitest-environment node
import { SipProvider } from '@hookswitch/react-sip';
import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { PhoneScene } from '../testing/phone-scene.ts';
import { Softphone } from './softphone.tsx';

describe('Softphone on a server', () => {
  test('[statement 7] [KIT-08] renders without a browser, and opens nothing', async () => {
    const scene = new PhoneScene({ media: 'fake' });
    const html = renderToString(
      <SipProvider ua={scene.ua}>
        <Softphone />
      </SipProvider>,
    );
    expect(html).toContain('Enter a number');
    expect(scene.network.counts().sockets).toBe(0);
    await scene.close();
  });
});
