import type { Labels } from '../labels/labels.ts';
import { midnightOf } from './group-by-day.ts';

/** The name of a day: today, yesterday, a weekday of the last week, or a date. */
export function dayText({ locale, today, yesterday }: Labels['log'], midnight: number): string {
  const now = Date.now();
  const days = Math.round((midnightOf(now) - midnight) / 86_400_000);
  if (days === 0) return today;
  if (days === 1) return yesterday;
  const date = new Date(midnight);
  if (days > 1 && days < 7) return new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(date);
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...year }).format(date);
}

/** The time of day. */
export function timeText({ locale }: Labels['log'], moment: number): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(moment));
}

/** Whether a moment lies on this day. */
export function isToday(moment: number): boolean {
  return midnightOf(moment) === midnightOf(Date.now());
}
