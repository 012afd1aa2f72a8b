import type { JSX } from 'preact';
import type { Flow } from '../../lib/flow/types.ts';
import { t } from '../../lib/i18n/t.ts';
import { errorMeaning } from '../../lib/oauth/error-meanings.ts';
import { profileById } from '../../lib/providers/catalogue.ts';
import { useCatalogue } from '../app/services.ts';
import { CopyableValue } from '../ui/copyable-value.tsx';
import { Value } from '../ui/value.tsx';

interface ErrorExplainedProps {
  readonly flow: Flow;
  readonly code: string;
}

/** The provider's own description of an error, then what the code means and what to do. */
export function ErrorExplained({ flow, code }: ErrorExplainedProps): JSX.Element {
  const values = flow.callback?.response.values;
  const description = values?.error_description?.value;
  const uri = values?.error_uri?.value;
  const known = errorMeaning(code, profileById(useCatalogue(), flow.profileId));
  return (
    <>
      {description !== undefined && <CopyableValue what={t('flowErrorDescription')} text={description} />}
      {uri !== undefined && (
        <p class="muted">
          error_uri <Value text={uri} />
        </p>
      )}
      {known ? (
        <p>
          {known.meaning} {known.remedy} <span class="muted">({known.source})</span>
        </p>
      ) : (
        <p class="muted">{t('flowErrorUnknown')}</p>
      )}
    </>
  );
}
