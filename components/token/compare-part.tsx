import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { decodeToken } from '../../lib/jwt/decode.ts';
import { differenceOf, MAX_DIFFERENCES } from '../../lib/jwt/difference.ts';
import type { Json } from '../../lib/jwt/types.ts';
import { jsonText } from '../../lib/state/json-text.ts';
import { say } from '../../lib/state/say.ts';
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
    <section class="stack token-compare" aria-label={say('tokenComparePart')}>
      <TokenTextEditor
        label={say('tokenOther')}
        class="token-text"
        text={text}
        decoded={other}
        placeholder={say('tokenOtherPlaceholder')}
        onInput={(next) => {
          model.other.value = next;
        }}
      />
      {text.trim() === '' || shown.token === '' ? (
        <p class="muted">{say('tokenCompareEmpty')}</p>
      ) : differences.length === 0 ? (
        <p>{say(shown.token === other.token ? 'tokenCompareSame' : 'tokenCompareSpelling')}</p>
      ) : (
        <ScrollX label={say('tokenDifferences')}>
          <table class="table" aria-label={say('tokenDifferences')}>
            <thead>
              <tr>
                <th scope="col">{say('tokenDifferenceWhere')}</th>
                <th scope="col">{say('tokenWord')}</th>
                <th scope="col">{say('tokenOther')}</th>
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
            <p class="muted">{say('tokenDifferencesCut', MAX_DIFFERENCES)}</p>
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
        <span class="muted">{say('tokenAbsent')}</span>
      ) : (
        <Value text={jsonText(value)} atFirst={400} multiline={typeof value !== 'string'} />
      )}
    </td>
  );
}
