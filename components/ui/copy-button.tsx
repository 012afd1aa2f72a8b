import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { useServices } from '../app/services.ts';
import { Icon } from './icon.tsx';

interface CopyButtonProps {
  /** What is copied, in a word: makes the name `Copy code`. */
  readonly what: string;
  /** Copied verbatim; a function where the whole has to be fetched first. */
  readonly value: string | (() => Promise<string>);
  /** Shows its name beside the icon. */
  readonly labelled?: boolean;
}

const CONFIRMED_FOR = 1_500;

/** Copies a value and confirms in place, to the eye and to a screen reader. */
export function CopyButton({ what, value, labelled = false }: CopyButtonProps): JSX.Element {
  const { clipboard } = useServices();
  const [copied, setCopied] = useState<boolean>();
  useEffect(() => {
    if (copied === undefined) return;
    const timer = setTimeout(() => setCopied(undefined), CONFIRMED_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void => {
    const whole = typeof value === 'string' ? Promise.resolve(value) : value();
    whole.then(clipboard).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  const said = copied === undefined ? '' : copied ? t('uiCopiedWhat', what) : t('uiCopyWhatFailed', what);
  const name = t('uiCopyWhat', what);
  return (
    <>
      <button
        type="button"
        class="button copy"
        aria-label={name}
        title={said || name}
        data-copied={copied}
        onClick={copy}
      >
        <Icon name={copied === undefined ? 'copy' : copied ? 'check' : 'failed'} />
        {labelled && name}
      </button>
      <span class="visually-hidden" aria-live="polite">
        {said}
      </span>
    </>
  );
}
