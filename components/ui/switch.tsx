import type { JSX } from 'preact';

interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange?: (checked: boolean) => void;
  readonly class?: string;
  readonly title?: string;
  /** Why it cannot be used; it stays focusable so that the reason can be read. */
  readonly unavailable?: string;
}

/** A control that is on or off (role switch). */
export function Switch({ label, checked, onChange, title, unavailable, ...rest }: SwitchProps): JSX.Element {
  return (
    <button
      type="button"
      role="switch"
      class={`switch ${rest.class ?? ''}`}
      aria-checked={checked}
      aria-disabled={unavailable !== undefined}
      title={unavailable ?? title}
      onClick={() => unavailable === undefined && onChange?.(!checked)}
    >
      <span class="switch-track" aria-hidden="true" />
      <span class="switch-label">{label}</span>
    </button>
  );
}
