import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface SectionProps {
  readonly title: string;
  readonly class?: string;
  /** Beside the heading. */
  readonly actions?: ComponentChildren;
  /** Opens the menu of what it shows. */
  readonly onContextMenu?: ((event: MouseEvent) => void) | undefined;
  readonly children: ComponentChildren;
}

/** A region named by its heading. */
export function Section({ title, actions, onContextMenu, children, ...rest }: SectionProps): JSX.Element {
  const id = useId();
  return (
    <section class={`section ${rest.class ?? ''}`} aria-labelledby={id} onContextMenu={onContextMenu}>
      <div class="row-actions">
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
