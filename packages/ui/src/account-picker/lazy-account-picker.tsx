import { type LazyPart, lazyPart } from '../lazy/lazy-part.tsx';
import { RegistrationStatus } from '../registration-status/registration-status.tsx';
import type { AccountPickerProps } from './account-picker.tsx';

/** The account that is in use stands in its place until the others can be chosen. */
export const LazyAccountPicker: LazyPart<AccountPickerProps> = /* @__PURE__ */ lazyPart(
  async () => (await import('./account-picker.tsx')).AccountPicker,
  <RegistrationStatus className="hs-phone__account" />,
);
