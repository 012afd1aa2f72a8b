import type { ComponentChildren, JSX } from 'preact';

interface EmptyStateProps {
  readonly title: string;
  /** What to do next, in a sentence. */
  readonly children: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/** Says why there is nothing and what to do next. */
export function EmptyState({ title, children, actions }: EmptyStateProps): JSX.Element {
  return (
    <div class="empty">
      <h2>{title}</h2>
      <p class="muted">{children}</p>
      {actions && <div class="empty-actions">{actions}</div>}
    </div>
  );
}
