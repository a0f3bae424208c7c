import type { ReactElement } from 'react';
import type { PhoneSettings } from '../account/account.ts';
import type { Problems } from '../account/check-account.ts';
import { CheckBox } from '../parts/check-box.tsx';
import { Field } from '../parts/field.tsx';
import { words } from '../words.ts';

/** The settings as they stand in the fields, half typed perhaps. */
export interface SettingsDraft {
  readonly tone: string | null;
  readonly ringFor: string;
}

/** What the fields stand for; not a number where they hold none. */
export function settingsOf({ tone, ringFor }: SettingsDraft): PhoneSettings {
  return { tone: tone === null ? null : numberOf(tone), ringFor: numberOf(ringFor) };
}

/** Props of {@link SettingsFields}. */
export interface SettingsFieldsProps {
  readonly draft: SettingsDraft;
  readonly problems: Problems;
  readonly onChange: (draft: SettingsDraft) => void;
}

/** Sound and ringing: what every account has. */
export function SettingsFields({ draft, problems, onChange }: SettingsFieldsProps): ReactElement {
  return (
    <div className="app-fields">
      <CheckBox
        label={words.signIn.tone}
        hint={words.signIn.toneHint}
        checked={draft.tone !== null}
        onCheckedChange={(checked) => onChange({ ...draft, tone: checked ? '440' : null })}
      />
      {draft.tone !== null && (
        <Field
          label={words.signIn.toneFrequency}
          inputMode="numeric"
          value={draft.tone}
          problem={problems.tone}
          onValueChange={(tone) => onChange({ ...draft, tone })}
        />
      )}
      <Field
        label={words.signIn.ring}
        remark={words.signIn.ringUnit}
        inputMode="numeric"
        value={draft.ringFor}
        problem={problems.ringFor}
        onValueChange={(ringFor) => onChange({ ...draft, ringFor })}
      />
    </div>
  );
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}
