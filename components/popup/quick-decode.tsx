import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { decodeToken } from '../../lib/jwt/decode.ts';
import { verdictOn } from '../../lib/state/token-model.ts';
import { ClaimsTable } from '../ui/claims-table.tsx';
import { TokenProblems } from '../ui/token-problems.tsx';
import { Value } from '../ui/value.tsx';
import { ExpiryNote } from './expiry-note.tsx';

/** A token pasted into the popup: algorithm, expiry, claims and problems. */
export function QuickDecode(): JSX.Element {
  const [text, setText] = useState('');
  const decoded = useMemo(() => (text.trim() === '' ? undefined : decodeToken(text)), [text]);
  const algorithm = decoded?.header?.alg;
  return (
    <div class="stack">
      <label class="popup-field">
        Decode
        <input
          type="text"
          class="input monospace"
          placeholder="paste a token or a URL with one"
          spellcheck={false}
          autocomplete="off"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {decoded && (
        <>
          <p role="status">
            {verdictOn(decoded)}
            {typeof algorithm === 'string' && (
              <>
                . Algorithm <Value text={algorithm} />
              </>
            )}
          </p>
          <ExpiryNote claims={decoded.payload} />
          <TokenProblems problems={decoded.problems} />
          {decoded.payload && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
            <section class="popup-claims" aria-label="Claims" tabIndex={0}>
              <ClaimsTable label="Claims" claims={decoded.payload} />
            </section>
          )}
        </>
      )}
    </div>
  );
}
