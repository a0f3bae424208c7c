import type { ReactElement, ReactNode } from 'react';

/** Props of {@link Frame}. */
export interface FrameProps {
  readonly children: ReactNode;
  /** CSS lengths of the place the component gets. */
  readonly width?: string;
  readonly height?: string;
  readonly theme?: 'light' | 'dark' | undefined;
  readonly dir?: 'ltr' | 'rtl';
}

/** The place in an application where a component stands in a story: a surface of a given size. */
function Frame({ children, width = '360px', height, theme, dir }: FrameProps): ReactElement {
  return (
    <div
      dir={dir}
      data-hs-theme={theme}
      style={{
        colorScheme: 'var(--hs-color-scheme)',
        boxSizing: 'border-box',
        inlineSize: width,
        // Storybook leaves a margin around a story, and makes room for whatever asks for it.
        maxInlineSize: 'calc(100vw - 2rem)',
        blockSize: height,
        background: 'var(--hs-surface)',
      }}
    >
      {children}
    </div>
  );
}

/** A decorator that puts each story of a file into a {@link Frame}; stories change it with the parameter `frame`. */
export function inFrame(
  defaults: Omit<FrameProps, 'children'> = {},
): (Story: () => ReactElement, context: { readonly parameters: Record<string, unknown> }) => ReactElement {
  return function Framed(Story, { parameters }) {
    const own = parameters['frame'] as Partial<FrameProps> | undefined;
    return (
      <Frame {...defaults} {...own}>
        <Story />
      </Frame>
    );
  };
}
