/** The words of the settings for headsets. */
export interface HeadsetLabels {
  readonly title: string;
  readonly buttons: string;
  readonly buttonsHint: string;
  readonly unsupported: string;
  readonly list: string;
  readonly none: string;
  readonly unnamed: string;
  readonly status: Readonly<Record<'opening' | 'ready' | 'failed', string>>;
  readonly connect: string;
  readonly forget: (name: string) => string;
}
