import type { ComponentType, ReactElement, SVGProps } from 'react';

/** A picture of 24 by 24 units, drawn by lines in the colour of the text. Icons of other sets fit too. */
export type Icon = ComponentType<SVGProps<SVGSVGElement>>;

/** Makes an icon of one path. The shapes are those of Lucide (see `LICENSE-lucide`), each with its parts in one path. */
export function drawnIcon(path: string): Icon {
  return function DrawnIcon(props: SVGProps<SVGSVGElement>): ReactElement {
    return (
      <svg
        width="24"
        height="24"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden
        {...props}
      >
        <path d={path} />
      </svg>
    );
  };
}
