import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { FailureNote } from './failure-note.tsx';
import { FetchedKeysField } from './fetched-keys-field.tsx';
import { KeyFields } from './key-fields.tsx';
import { KeySourceChoice } from './key-source-choice.tsx';
import { useTokenTab } from './token-context.ts';

/** The key that verifies: a saved one, a pasted one, a secret, or keys fetched on request. */
export function VerifyKeyChoice(): JSX.Element {
  const { verification } = useTokenTab();
  const { failure, note } = verification.resolved.value;
  const fetches = verification.key.source.value === 'fetched';
  return (
    <fieldset class="token-keys stack">
      <legend>{t('tokenVerifyWith')}</legend>
      <KeySourceChoice input={verification.key} sources={['saved', 'pasted', 'secret', 'fetched']} />
      {fetches ? <FetchedKeysField /> : <KeyFields input={verification.key} purpose="verify" />}
      {failure && <FailureNote failure={failure} />}
      {note !== undefined && !failure && <p class="muted">{note}</p>}
    </fieldset>
  );
}
