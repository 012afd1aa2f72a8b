import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface SectionProps {
  readonly title: string;
  readonly class?: string;
  /** Beside the heading. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A region named by its heading. */
export function Section({ title, actions, children, ...rest }: SectionProps): JSX.Element {
  const id = useId();
  return (
    <section class={`section ${rest.class ?? ''}`} aria-labelledby={id}>
      <div class="row-actions">
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
