import { describe, expect, it } from 'vitest';
import { RandomStory } from '../testing/random-story.ts';

/** How many stories are told; without a number as many as fit into a few seconds. */
const wanted = Number(process.env['HOOKSWITCH_MODEL'] ?? 0);
/** The story to begin with; to tell one again, set it and `HOOKSWITCH_MODEL=1`. */
const first = Number(process.env['HOOKSWITCH_MODEL_SEED'] ?? 1);
const SECONDS = 8;
const STEPS = 80;

describe('whatever happens, in whatever order,', () => {
  it(
    '[NET-03] [SES-03] nothing is left, every promise settles and every call ends once',
    { timeout: 3_600_000 },
    async () => {
      const deadline = Date.now() + SECONDS * 1000;
      let told = 0;
      for (; wanted > 0 ? told < wanted : Date.now() < deadline; told += 1) {
        const seed = first + told;
        const story = new RandomStory(seed);
        const wrong = await story.tell(STEPS);
        expect(
          wrong,
          `seed ${seed}\n${wrong.join('\n')}\n${story.log.join('\n')}\n${story.box.network.trace.ladder()}`,
        ).toEqual([]);
      }
      if (wanted > 0) console.log(`${told} stories of ${STEPS} steps`);
      expect(told).toBeGreaterThan(5);
    },
  );
});
