import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { t } from '../../lib/i18n/t.ts';
import { decodeToken } from '../../lib/jwt/decode.ts';
import { differenceOf, MAX_DIFFERENCES } from '../../lib/jwt/difference.ts';
import type { Json } from '../../lib/jwt/types.ts';
import { jsonText } from '../../lib/state/shared/json-text.ts';
import { useAppModel } from '../app/models.ts';
import { TokenTextEditor } from '../editor/token-text-editor.tsx';
import { ScrollX } from '../ui/scroll-x.tsx';
import { Value } from '../ui/value.tsx';

/** A second token, and what differs between the two. */
export function ComparePart({ text }: { readonly text: string }): JSX.Element {
  const { token: model } = useAppModel();
  const other = useMemo(() => decodeToken(text), [text]);
  const shown = model.shown.value;
  const differences = useMemo(() => differenceOf(shown, other), [shown, other]);
  return (
    <section class="stack token-compare" aria-label={t('tokenComparePart')}>
      <TokenTextEditor
        label={t('tokenOther')}
        class="token-text"
        text={text}
        decoded={other}
        placeholder={t('tokenOtherPlaceholder')}
        onInput={(next) => {
          model.other.value = next;
        }}
      />
      {text.trim() === '' || shown.token === '' ? (
        <p class="muted">{t('tokenCompareEmpty')}</p>
      ) : differences.length === 0 ? (
        <p>{t(shown.token === other.token ? 'tokenCompareSame' : 'tokenCompareSpelling')}</p>
      ) : (
        <ScrollX label={t('tokenDifferences')}>
          <table class="table" aria-label={t('tokenDifferences')}>
            <thead>
              <tr>
                <th scope="col">{t('tokenDifferenceWhere')}</th>
                <th scope="col">{t('tokenWord')}</th>
                <th scope="col">{t('tokenOther')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ path, left, right }) => (
                <tr key={path}>
                  <th scope="row">
                    <Value text={path} atFirst={200} />
                  </th>
                  <Side value={left} />
                  <Side value={right} />
                </tr>
              ))}
            </tbody>
          </table>
          {differences.length >= MAX_DIFFERENCES && (
            <p class="muted">{t('tokenDifferencesCut', MAX_DIFFERENCES)}</p>
          )}
        </ScrollX>
      )}
    </section>
  );
}

function Side({ value }: { readonly value: Json | undefined }): JSX.Element {
  return (
    <td>
      {value === undefined ? (
        <span class="muted">{t('tokenAbsent')}</span>
      ) : (
        <Value text={jsonText(value)} atFirst={400} multiline={typeof value !== 'string'} />
      )}
    </td>
  );
}
