import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';

const CONFIRMED_FOR = 1_500;

interface CopyTextButtonProps {
  readonly label: string;
  /** Copied verbatim; a function where it has to be made first. */
  readonly text: string | (() => Promise<string>);
  /** The whole name, where the label alone would not tell which. */
  readonly name?: string;
  readonly disabled?: boolean;
}

/** A button with a word on it that copies a text and confirms in place. */
export function CopyTextButton({ label, text, name, disabled = false }: CopyTextButtonProps): JSX.Element {
  const { clipboard } = useServices();
  const [copied, setCopied] = useState<boolean>();
  useEffect(() => {
    if (copied === undefined) return;
    const timer = setTimeout(() => setCopied(undefined), CONFIRMED_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void => {
    const whole = typeof text === 'string' ? Promise.resolve(text) : text();
    whole.then(clipboard).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <button type="button" class="button" aria-label={name} disabled={disabled} onClick={copy}>
        <Icon
          name={copied === undefined ? 'copy' : copied ? 'check' : 'failed'}
          tone={copied === undefined ? undefined : copied ? 'success' : 'error'}
        />
        {label}
      </button>
      <span class="visually-hidden" aria-live="polite">
        {copied === undefined ? '' : t(copied ? 'keysCopied' : 'keysCopyRefused')}
      </span>
    </>
  );
}
