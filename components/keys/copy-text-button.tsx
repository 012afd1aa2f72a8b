import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../app/services.ts';
import { Icon } from '../ui/icon.tsx';

const CONFIRMED_FOR = 1_500;

/** A button with a word on it that copies a text and confirms in place. */
export function CopyTextButton({
  label,
  text,
}: {
  readonly label: string;
  readonly text: string;
}): JSX.Element {
  const { clipboard } = useServices();
  const [copied, setCopied] = useState<boolean>();
  useEffect(() => {
    if (copied === undefined) return;
    const timer = setTimeout(() => setCopied(undefined), CONFIRMED_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void => {
    clipboard(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <button type="button" class="button" onClick={copy}>
        <Icon
          name={copied === undefined ? 'copy' : copied ? 'check' : 'failed'}
          tone={copied === undefined ? undefined : copied ? 'success' : 'error'}
        />
        {label}
      </button>
      <span class="visually-hidden" aria-live="polite">
        {copied === undefined ? '' : copied ? 'Copied' : 'Could not copy: the browser refused'}
      </span>
    </>
  );
}
