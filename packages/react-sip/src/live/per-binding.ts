'use client';

import type { UABinding } from '../provider/ua-binding.ts';

/** Makes one thing for each user agent, when it is first asked for. */
export function perBinding<Thing>(make: (binding: UABinding) => Thing): (binding: UABinding) => Thing {
  const made = new WeakMap<UABinding, Thing>();
  return (binding) => {
    const known = made.get(binding);
    if (known !== undefined) return known;
    const thing = make(binding);
    made.set(binding, thing);
    return thing;
  };
}
