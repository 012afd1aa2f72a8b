import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { t, tCount } from '../../lib/i18n/t.ts';
import { decodeToken } from '../../lib/jwt/decode.ts';
import { findTokens } from '../../lib/jwt/find-tokens.ts';
import { jsonText } from '../../lib/state/shared/json-text.ts';
import { verdictOn } from '../../lib/state/token/token-model.ts';
import { ClaimsTable } from '../ui/claims-table.tsx';
import { TokenProblems } from '../ui/token-problems.tsx';
import { Value } from '../ui/value.tsx';
import { ExpiryNote } from './expiry-note.tsx';

/** Header parameters that fit into the popup. */
const HEADER = ['alg', 'kid', 'typ', 'enc', 'cty'];

interface QuickTokenProps {
  /** A text with a token in it. */
  readonly text: string;
}

/** A token in the popup: header, expiry, claims and problems. */
export function QuickToken({ text }: QuickTokenProps): JSX.Element {
  const decoded = useMemo(() => decodeToken(text), [text]);
  const others = useMemo(() => findTokens(text).length - 1, [text]);
  const { header, payload, payloadText } = decoded;
  const shown = HEADER.filter((name) => header?.[name] !== undefined);
  return (
    <>
      <p role="status">{verdictOn(decoded)}</p>
      {others > 0 && <p class="muted">{tCount('popupMoreTokens', others)}</p>}
      {shown.length > 0 && (
        <dl class="facts" aria-label={t('popupHeader')}>
          {shown.map((name) => (
            <div key={name} class="popup-fact">
              <dt>{name}</dt>
              <dd>
                <Value text={jsonText(header?.[name])} atFirst={200} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <ExpiryNote claims={payload} />
      <TokenProblems problems={decoded.problems} />
      {payload ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section class="popup-claims" aria-label={t('popupClaims')} tabIndex={0}>
          <ClaimsTable label={t('popupClaims')} claims={payload} />
        </section>
      ) : (
        payloadText !== undefined && <Value text={payloadText} atFirst={200} />
      )}
    </>
  );
}
