import { describe, expect, it } from 'vitest';
import { RandomStory } from '../testing/random-story.ts';

/** How many stories are told. */
const wanted = Number(process.env['HOOKSWITCH_MODEL'] ?? 100);
/** The story to begin with; to tell one again, set it and `HOOKSWITCH_MODEL=1`. */
const first = Number(process.env['HOOKSWITCH_MODEL_SEED'] ?? 1);
const STEPS = 80;

describe('whatever happens, in whatever order,', () => {
  it(
    '[NET-03] [SES-03] nothing is left, every promise settles and every call ends once',
    { timeout: 3_600_000 },
    async () => {
      for (let seed = first; seed < first + wanted; seed += 1) {
        const story = new RandomStory(seed);
        const wrong = await story.tell(STEPS);
        expect(
          wrong,
          `seed ${seed}\n${wrong.join('\n')}\n${story.log.join('\n')}\n${story.box.network.trace.ladder()}`,
        ).toEqual([]);
      }
    },
  );
});
