import { LEAST_INTERVAL, type SessionTimerOptions } from '../session/session-timer-options.ts';
import { BadValue, flag, whole } from './parameters.ts';

const interval = /* @__PURE__ */ whole(LEAST_INTERVAL, 0x7fff_ffff);

/** Session timers as an application gives them: `{ enabled, expires, minSe, refresher }`, each of which may be left out. */
export function sessionTimers(value: unknown): SessionTimerOptions {
  if (typeof value !== 'object' || value === null) throw new BadValue('it must be an object.');
  const given = new Map(Object.entries(value));
  const read: SessionTimerOptions = {
    ...option(given, 'enabled', flag),
    ...option(given, 'expires', interval),
    ...option(given, 'minSe', interval),
    ...option(given, 'refresher', role),
  };
  if ((read.expires ?? Infinity) < (read.minSe ?? 0)) throw new BadValue('its expires must not be below its minSe.');
  return read;
}

function option<Name extends keyof SessionTimerOptions>(
  given: ReadonlyMap<string, unknown>,
  name: Name,
  read: (value: unknown) => NonNullable<SessionTimerOptions[Name]>,
): Pick<SessionTimerOptions, Name> | undefined {
  const value = given.get(name);
  if (value === undefined) return undefined;
  const options: SessionTimerOptions = { [name]: read(value) };
  return options;
}

function role(value: unknown): 'uac' | 'uas' {
  if (value !== 'uac' && value !== 'uas') throw new BadValue('its refresher must be "uac" or "uas".');
  return value;
}
