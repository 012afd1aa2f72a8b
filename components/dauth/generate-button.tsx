import type { JSX } from 'preact';
import { t } from '../../lib/i18n/t.ts';
import { useServices } from '../app/services.ts';
import { keysModelOf } from '../keys/keys-model-of.ts';
import { Note } from '../ui/note.tsx';
import { useDauthModel } from './dauth-context.ts';

/** Generates a key of the kind that the server takes, and chooses it. */
export function GenerateButton(): JSX.Element {
  const model = useDauthModel();
  const keys = keysModelOf(useServices());
  const failure = keys.failure.value;
  const generate = async (): Promise<void> => {
    const made = await keys.generate('DAuth RS256', 'RS256');
    if (made) model.choose({ key: made.id });
  };
  return (
    <>
      <button
        type="button"
        class={model.key.value ? 'button' : 'button primary'}
        disabled={keys.generating.value}
        onClick={() => void generate()}
      >
        {keys.generating.value ? t('dauthGenerating') : t('dauthGenerateKey')}
      </button>
      {failure && (
        <Note tone="error">
          {failure.message} {failure.remedy}
        </Note>
      )}
    </>
  );
}
