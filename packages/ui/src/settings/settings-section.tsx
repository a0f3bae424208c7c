import { type ReactElement, type ReactNode, useId } from 'react';

/** Props of {@link SettingsSection}. */
export interface SettingsSectionProps {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}

/** Settings that belong together, under their name. */
export function SettingsSection({ title, hint, children }: SettingsSectionProps): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id} className="hs-settings__section">
      <h3 id={id} className="hs-settings__title">
        {title}
      </h3>
      {hint !== undefined && <p className="hs-settings__hint">{hint}</p>}
      {children}
    </section>
  );
}
