import type { MediaControlError, MediaErrorCode } from '@hookswitch/sip-core';
import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ActiveCallView } from '../active-call/active-call-view.tsx';
import { CallDetails } from '../call-details/call-details.tsx';
import { CallListView } from '../call-list/call-list-view.tsx';
import { CallLog } from '../call-log/call-log.tsx';
import { ConnectionBannerView } from '../connection-banner/connection-banner-view.tsx';
import { Dialpad } from '../dialpad/dialpad.tsx';
import { EndedCallView } from '../ended-call/ended-call-view.tsx';
import { causeSentence, errorSentence } from '../error-note/sentences.ts';
import { IncomingCallView } from '../incoming-call/incoming-call-view.tsx';
import { RegistrationStatusView } from '../registration-status/registration-status-view.tsx';
import { UnlockSound } from '../remote-audio/unlock-sound.tsx';
import type { EndCauseCode, ErrorInfo } from '../snapshots.ts';
import { fakeCause, fakeParty, fakeSession } from '../testing/fake-session.ts';
import { hardCodedText } from '../testing/hard-coded-text.ts';
import { pseudoLabels } from '../testing/pseudo-labels.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { LabelsProvider } from './labels-provider.tsx';
import { mergeLabels } from './merge-labels.ts';
import { loadParts } from '../testing/load-parts.ts';

beforeAll(loadParts);

const act = vi.fn(() => Promise.resolve());
const actions = { hangUp: act, toggleHold: act, toggleMute: act, sendDtmf: act, transfer: act };
const error: ErrorInfo = { code: 'MEDIA_DENIED', message: 'not for people', statusCode: null, retryable: true };
const session = fakeSession({ muted: { audio: true, video: false }, hold: { local: true, remote: true } });
const party = fakeParty('1002', 'Ben');

const screens: Readonly<Record<string, ReactElement>> = {
  dialpad: <Dialpad onCall={act} lastNumber="5550100" />,
  call: <ActiveCallView session={{ ...session, lastError: error }} actions={actions} />,
  keypad: <ActiveCallView session={session} actions={actions} initialPanel="keypad" />,
  transfer: <ActiveCallView session={session} actions={actions} initialPanel="transfer" />,
  incoming: <IncomingCallView session={session} onAnswer={act} onDecline={act} onSilence={act} line="1001" />,
  ended: <EndedCallView session={{ ...session, cause: fakeCause('BUSY') }} onRedial={act} onDismiss={act} />,
  details: <CallDetails session={session} />,
  lines: <CallListView sessions={[session]} currentId={null} onSelect={act} />,
  emptyLog: <CallLog entries={[]} onCall={act} />,
  log: (
    <CallLog
      entries={[{ id: '1', party, outcome: 'missed', startedAt: 0, duration: 5000 }]}
      onCall={act}
      onRemove={act}
    />
  ),
  banner: <ConnectionBannerView status="reconnecting" retryAt={Date.now() + 9000} error={null} onRetry={act} />,
  registration: (
    <RegistrationStatusView
      registration={{ status: 'failed', expiresAt: null, retryAt: Date.now() + 9000, error }}
      account={party}
    />
  ),
  unlock: <UnlockSound onUnlock={act} />,
};

describe('labels', () => {
  test('[KIT-09] would be found missing', () => {
    const { container } = render(<p title="Hello">World</p>);
    expect(hardCodedText(container)).toEqual(['World', 'Hello']);
  });

  test.each(Object.entries(screens))(
    '[statement 13] [KIT-09] has every word that %s shows or says',
    (_name, element) => {
      const { container } = render(<LabelsProvider labels={pseudoLabels}>{element}</LabelsProvider>);
      expect(hardCodedText(container, ['Marta Oliveira', 'Ben', 'Alice'])).toEqual([]);
      expect(container.innerHTML).toContain('⟦');
    },
  );

  test.each(Object.entries(screens))(
    '[KIT-09] says which language %s is in, and which way it runs',
    (_name, element) => {
      const { container, rerender } = render(<LabelsProvider labels={ar}>{element}</LabelsProvider>);
      const root = container.querySelector('.hs-root');
      expect(root).toHaveAttribute('lang', 'ar');
      expect(root).toHaveAttribute('dir', 'rtl');
      rerender(element);
      expect(container.querySelector('.hs-root')).toHaveAttribute('lang', 'en');
      expect(container.querySelector('.hs-root')).not.toHaveAttribute('dir');
    },
  );

  test('[KIT-09] replaces single words and keeps the rest', () => {
    render(
      <LabelsProvider labels={{ dialpad: { call: 'Anrufen' } }}>
        <LabelsProvider labels={{ dialpad: { placeholder: 'Nummer' } }}>
          <Dialpad onCall={act} />
        </LabelsProvider>
      </LabelsProvider>,
    );
    expect(screen.getByRole('button', { name: 'Anrufen' })).toBeVisible();
    expect(screen.getByPlaceholderText('Nummer')).toBeVisible();
    expect(screen.getByRole('button', { name: '1' })).toBeVisible();
  });

  test('[KIT-09] merges every section', () => {
    expect(mergeLabels(en, {})).toEqual(en);
    expect(mergeLabels(en, undefined)).toBe(en);
    expect(Object.keys(mergeLabels(en, {}))).toEqual(Object.keys(en));
  });

  test('[KIT-02] has a sentence for every cause, whoever it comes from', () => {
    for (const code of Object.keys(en.causes) as EndCauseCode[]) {
      for (const by of ['local', 'remote', 'system'] as const) {
        const { what, next } = causeSentence(en, fakeCause(code, { by, statusCode: 503 }));
        expect(what, code).toMatch(/^[A-Z].*[^.]$/);
        if (next !== null) expect(next, code).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  test('[KIT-02] adds how long the server asks to wait', () => {
    expect(causeSentence(en, fakeCause('BUSY', { retryAfter: 30 })).next).toContain('30 seconds');
    expect(causeSentence(en, fakeCause('HUNG_UP', { retryAfter: 30 })).next).toContain('30 seconds');
  });

  test('[MED-06] has a sentence of its own for everything that can go wrong with media', () => {
    // A code without a line here fails to compile.
    const codes: { readonly [Code in MediaErrorCode | MediaControlError['code']]: true } = {
      MEDIA_DENIED: true,
      MEDIA_NOT_FOUND: true,
      MEDIA_IN_USE: true,
      MEDIA_CONSTRAINTS: true,
      MEDIA_NOTHING_ASKED: true,
      MEDIA_UNSUPPORTED: true,
      MEDIA_INSECURE: true,
      MEDIA_UNKNOWN: true,
      MEDIA_NEGOTIATION: true,
      MEDIA_CLOSED: true,
      MEDIA_REFUSED: true,
    };
    const unknown = errorSentence(en, { ...error, code: 'UNKNOWN' });
    for (const code of Object.keys(codes)) {
      const sentence = errorSentence(en, { ...error, code });
      expect(sentence.what, code).not.toBe(unknown.what);
      expect(sentence.next, code).toMatch(/\.$/);
    }
  });

  test('[KIT-02] has a sentence for every error, and one for those it does not know', () => {
    for (const code of [...Object.keys(en.errors), 'SOMETHING_NEW', 'constructor', '__proto__']) {
      const { what, next } = errorSentence(en, { ...error, code, statusCode: 488 });
      expect(what, code).toMatch(/^[A-Z]/);
      expect(next, code).toMatch(/\.$/);
      expect(`${what} ${next ?? ''}`).not.toContain('not for people');
    }
  });
});
