import type { RobotCall } from './robot-call.ts';

/** What a robot does with a call. Called once a call; what it throws ends the call with 500. */
export type RobotBehaviour = (call: RobotCall) => void | Promise<void>;

/** How {@link answer} answers; times in milliseconds. */
export interface AnswerBehaviour {
  /** How long to ring before; default 0, which does not ring at all. */
  readonly ring?: number;
  /** How long to wait, without a word, before ringing; default 0. */
  readonly delay?: number;
  /** Hang up this long after the answer; default never. */
  readonly hangUpAfter?: number;
}

/** Answers, after ringing for a while if told so, and hangs up if told so. */
export function answer(options: AnswerBehaviour = {}): RobotBehaviour {
  return async (call) => {
    if ((options.delay ?? 0) > 0 && !(await call.wait(options.delay ?? 0))) return;
    if ((options.ring ?? 0) > 0) {
      call.ring();
      if (!(await call.wait(options.ring ?? 0))) return;
    }
    await call.answer();
    if (options.hangUpAfter === undefined) return;
    if (await call.wait(options.hangUpAfter)) call.hangUp();
  };
}

/** Refuses at once or after `delay` milliseconds, such as 486 busy or 603 declined. */
export function refuse(statusCode: number, options: { readonly delay?: number } = {}): RobotBehaviour {
  return async (call) => {
    if ((options.delay ?? 0) > 0 && !(await call.wait(options.delay ?? 0))) return;
    call.refuse(statusCode);
  };
}

/** Rings and never answers. */
export function neverAnswer(): RobotBehaviour {
  return (call) => {
    call.ring();
  };
}

/** Says nothing at all, as a far end that is gone. */
export function silent(): RobotBehaviour {
  return () => {};
}

/** Refuses the call, and calls back after `delay` milliseconds; default 3000. */
export function callBack(options: { readonly delay?: number } = {}): RobotBehaviour {
  return (call) => {
    call.refuse(480);
    call.later(options.delay ?? 3000, () => {
      call.robot.call(call.caller);
    });
  };
}
