import type { JSX } from 'preact';
import type { TriedKey } from '../../lib/jwt/verify-types.ts';
import { ScrollX } from '../ui/scroll-x.tsx';
import { Value } from '../ui/value.tsx';

const WORDS = {
  verified: 'verified',
  failed: 'does not match',
  unfit: 'does not fit',
  skipped: 'skipped',
} as const satisfies Record<TriedKey['outcome'], string>;

/** Every key that was a candidate, and what became of it. */
export function TriedKeys({ tried }: { readonly tried: readonly TriedKey[] }): JSX.Element {
  const several = tried.some(({ signature }) => signature !== undefined);
  return (
    <details open={tried.length > 1}>
      <summary>{tried.length === 1 ? 'One key was tried' : `${tried.length} keys were candidates`}</summary>
      <ScrollX label="Keys tried">
        <table class="table" aria-label="Keys tried">
          <thead>
            <tr>
              {several && <th scope="col">Signature</th>}
              <th scope="col">Key</th>
              <th scope="col">kid</th>
              <th scope="col">Outcome</th>
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
                  {kid === undefined ? <span class="muted">none</span> : <Value text={kid} atFirst={120} />}
                </td>
                <td>
                  {WORDS[outcome]}: {reason}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </details>
  );
}
