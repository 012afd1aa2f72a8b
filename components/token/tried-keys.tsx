import type { JSX } from 'preact';
import type { TriedKey } from '../../lib/jwt/verify-types.ts';
import { type MessageName, say, sayCount } from '../../lib/state/say.ts';
import { ScrollX } from '../ui/scroll-x.tsx';
import { Value } from '../ui/value.tsx';

const WORDS = {
  verified: 'tokenTriedVerified',
  failed: 'tokenTriedFailed',
  unfit: 'tokenTriedUnfit',
  skipped: 'tokenTriedSkipped',
} as const satisfies Record<TriedKey['outcome'], MessageName>;

/** Every key that was a candidate, and what became of it. */
export function TriedKeys({ tried }: { readonly tried: readonly TriedKey[] }): JSX.Element {
  const several = tried.some(({ signature }) => signature !== undefined);
  return (
    <details open={tried.length > 1}>
      <summary>{sayCount('tokenTried', tried.length)}</summary>
      <ScrollX label={say('tokenTriedKeys')}>
        <table class="table" aria-label={say('tokenTriedKeys')}>
          <thead>
            <tr>
              {several && <th scope="col">{say('tokenSignature')}</th>}
              <th scope="col">{say('tokenKey')}</th>
              <th scope="col">kid</th>
              <th scope="col">{say('tokenTriedOutcome')}</th>
            </tr>
          </thead>
          <tbody>
            {tried.map(({ key, kid, outcome, reason, signature }, index) => (
              <tr key={`${index} ${key}`}>
                {several && <td>{(signature ?? 0) + 1}</td>}
                <th scope="row">
                  <Value text={key} atFirst={120} />
                </th>
                <td>
                  {kid === undefined ? (
                    <span class="muted">{say('tokenTriedNoKid')}</span>
                  ) : (
                    <Value text={kid} atFirst={120} />
                  )}
                </td>
                <td>
                  {say(WORDS[outcome])}: {reason}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </details>
  );
}
