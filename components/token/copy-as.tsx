import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { TOKEN_COPIES } from '../../lib/state/token/token-copies.ts';
import { useAppModel } from '../app/models.ts';
import { CopyTextButton } from '../keys/copy-text-button.tsx';

/** Copies the shown token in the form in which it is needed. */
export function CopyAs(): JSX.Element | null {
  const { kind, token } = useAppModel().token.shown.value;
  if (kind === 'malformed') return null;
  return (
    <div class="row-actions">
      <span class="muted">{t('tokenCopyAs')}</span>
      {TOKEN_COPIES.map(({ label, write }) => (
        <CopyTextButton key={label} label={label} text={write(token)} />
      ))}
    </div>
  );
}
