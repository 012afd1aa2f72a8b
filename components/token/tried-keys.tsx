import type { JSX } from 'preact';
import { type MessageName, t, tCount } from '../../lib/i18n/t.ts';
import type { TriedKey } from '../../lib/jwt/verify-types.ts';
import { ScrollX } from '../ui/scroll-x.tsx';
import { Value } from '../ui/value.tsx';

const WORDS = {
  verified: 'tokenTriedVerified',
  failed: 'tokenTriedFailed',
  incompatible: 'tokenTriedUnfit',
  skipped: 'tokenTriedSkipped',
} as const satisfies Record<TriedKey['outcome'], MessageName>;

/** Every key that was a candidate, and what became of it. */
export function TriedKeyList({ tried }: { readonly tried: readonly TriedKey[] }): JSX.Element {
  const several = tried.some(({ signature }) => signature !== undefined);
  return (
    <details open={tried.length > 1}>
      <summary>{tCount('tokenTried', tried.length)}</summary>
      <ScrollX label={t('tokenTriedKeys')}>
        <table class="table" aria-label={t('tokenTriedKeys')}>
          <thead>
            <tr>
              {several && <th scope="col">{t('tokenSignature')}</th>}
              <th scope="col">{t('tokenKey')}</th>
              <th scope="col">kid</th>
              <th scope="col">{t('tokenTriedOutcome')}</th>
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
                    <span class="muted">{t('tokenTriedNoKid')}</span>
                  ) : (
                    <Value text={kid} atFirst={120} />
                  )}
                </td>
                <td>
                  {t(WORDS[outcome])}: {reason}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </details>
  );
}
