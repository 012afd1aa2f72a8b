import type { ComponentChildren, JSX } from 'preact';

interface ScrollXProps {
  /** What is in it, such as the name of its table. */
  readonly label: string;
  readonly children: ComponentChildren;
}

/** Scrolls sideways what is too wide, such as a table with nothing to focus in it; by keyboard too. */
export function ScrollX({ label, children }: ScrollXProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a part of a form
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without the focus it could not be scrolled by keyboard
    <div class="scroll-x" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
