import type { ComponentChildren, JSX } from 'preact';

interface ToolbarProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A row of controls; left and right arrows move between them, except inside of a text. */
export function Toolbar({ label, children }: ToolbarProps): JSX.Element {
  const move = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const from = event.target as HTMLElement;
    if (step === undefined || (from instanceof HTMLInputElement && from.type !== 'checkbox')) return;
    const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('button, input')];
    const next = controls[(controls.indexOf(from) + step + controls.length) % controls.length];
    event.preventDefault();
    next?.focus();
  };
  return (
    <div role="toolbar" aria-label={label} class="toolbar" onKeyDown={move}>
      {children}
    </div>
  );
}
