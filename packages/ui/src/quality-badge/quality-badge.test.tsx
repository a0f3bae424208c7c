import type { QualitySnapshot, QualityWarningCode } from '@hookswitch/sip-core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { en } from '../labels/en.ts';
import { fakeQuality, fakeStatistics } from '../testing/fake-quality.ts';
import { QualityBadgeView } from './quality-badge-view.tsx';
import { QualityFacts } from './quality-facts.tsx';
import { qualityTone } from './quality-look.ts';

const setup = (quality: QualitySnapshot, open = false) => {
  const onToggle = vi.fn();
  const element = (now: QualitySnapshot) => (
    <QualityBadgeView
      quality={now}
      open={open}
      onToggle={onToggle}
      facts={<QualityFacts quality={now} statistics={fakeStatistics} />}
    />
  );
  const { rerender } = render(element(quality));
  return { onToggle, user: userEvent.setup(), update: (now: QualitySnapshot) => rerender(element(now)) };
};

describe('QualityBadge', () => {
  test.each(['good', 'fair', 'unknown'] as const)('[KIT-06] says nothing while the sound is %s', (level) => {
    setup(fakeQuality(level, 4));
    expect(screen.queryByRole('button')).toBeNull();
  });

  test.each(Object.keys(en.quality.warnings) as QualityWarningCode[])(
    '[KIT-06] says %s in words, into a region that was there before',
    (code) => {
      const { update } = setup(fakeQuality('good', 4.3));
      const region = screen.getByRole('status');
      expect(region).toBeEmptyDOMElement();
      update(fakeQuality('fair', 3.8, code));
      expect(screen.getByRole('status')).toBe(region);
      expect(region).toHaveTextContent(en.quality.warnings[code].what);
    },
  );

  test('[KIT-06] puts first what keeps people from hearing each other', () => {
    setup(fakeQuality('poor', null, 'HIGH_JITTER', 'NO_AUDIO_RECEIVED'));
    expect(screen.getByRole('button')).toHaveTextContent('Their sound does not arrive');
    expect(qualityTone(fakeQuality('good', 4.3, 'DEAD_MICROPHONE'))).toBe('end');
    expect(qualityTone(fakeQuality('good', 4.3, 'HIGH_JITTER'))).toBe('wait');
  });

  test('[KIT-06] shows what to do, and the figures, and closes on Escape', async () => {
    const { onToggle, user } = setup(fakeQuality('poor', 3.1, 'HIGH_LOSS'), true);
    const details = screen.getByRole('group', { name: 'Call quality' });
    expect(details).toHaveTextContent('use a cable');
    const facts = Object.fromEntries(
      [...details.querySelectorAll('dt')].map((term) => [term.textContent, term.nextElementSibling?.textContent]),
    );
    expect(facts).toEqual({
      'Sound score (MOS)': '3.1 of 5',
      'Lost on the way to you': '6.4 %',
      'Lost on the way to them': '1.2 %',
      Jitter: '41 ms',
      'Round trip': '182 ms',
      Codec: 'opus',
      Route: 'Direct',
    });
    await user.click(screen.getByRole('button'));
    expect(screen.getByRole('button')).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('{Escape}');
    expect(onToggle).toHaveBeenCalledTimes(2);
  });

  test('[KIT-06] says what is not known before the first measurement', () => {
    render(<QualityFacts quality={fakeQuality('unknown', null)} statistics={null} />);
    expect(screen.getAllByText('Not known yet')).toHaveLength(7);
  });
});
