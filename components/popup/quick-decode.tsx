import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { decodeToken } from '../../lib/jwt/decode.ts';
import { findTokens } from '../../lib/jwt/find-tokens.ts';
import type { DecodedToken } from '../../lib/jwt/types.ts';
import { jsonText } from '../../lib/state/json-text.ts';
import { say, sayCount } from '../../lib/state/say.ts';
import { verdictOn } from '../../lib/state/token-model.ts';
import { ClaimsTable } from '../ui/claims-table.tsx';
import { HeldText, longPaste, textInField } from '../ui/held-text.tsx';
import { TokenProblems } from '../ui/token-problems.tsx';
import { Value } from '../ui/value.tsx';
import { ExpiryNote } from './expiry-note.tsx';

/** Header parameters that fit into the popup. */
const HEADER = ['alg', 'kid', 'typ', 'enc', 'cty'];

/** UTF-16 units of a text that are read here; the Token tab takes more. */
const LONGEST = 200_000;

/** A token pasted into the popup: header, expiry, claims and problems. */
export function QuickDecode(): JSX.Element {
  const [text, setText] = useState('');
  const read = text.slice(0, LONGEST);
  const decoded = useMemo(() => (read.trim() === '' ? undefined : decodeToken(read)), [read]);
  return (
    <div class="stack">
      <label class="popup-field">
        {say('popupDecode')}
        <input
          type="text"
          class="input monospace"
          placeholder={say('popupDecodePlaceholder')}
          spellcheck={false}
          autocomplete="off"
          value={textInField(text)}
          onInput={(event) => setText(event.currentTarget.value)}
          onPaste={longPaste(setText)}
        />
      </label>
      <HeldText text={text} onClear={() => setText('')} />
      {decoded && <Decoded decoded={decoded} others={findTokens(read).length - 1} />}
    </div>
  );
}

interface DecodedProps {
  readonly decoded: DecodedToken;
  /** Tokens in the text beside this one. */
  readonly others: number;
}

function Decoded({ decoded, others }: DecodedProps): JSX.Element {
  const { header, payload, payloadText } = decoded;
  const shown = HEADER.filter((name) => header?.[name] !== undefined);
  return (
    <>
      <p role="status">{verdictOn(decoded)}</p>
      {others > 0 && <p class="muted">{sayCount('popupMoreTokens', others)}</p>}
      {shown.length > 0 && (
        <dl class="facts" aria-label={say('popupHeader')}>
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
        <section class="popup-claims" aria-label={say('popupClaims')} tabIndex={0}>
          <ClaimsTable label={say('popupClaims')} claims={payload} />
        </section>
      ) : (
        payloadText !== undefined && <Value text={payloadText} atFirst={200} />
      )}
    </>
  );
}
