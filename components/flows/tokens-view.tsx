import type { JSX } from 'preact';
import type { FoundToken } from '../../lib/flow/tokens.ts';
import { useAppModel } from '../app/models.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';
import { TokenParts } from './token-parts.tsx';

/** Every JWT that the flow carried, and where. */
export function TokensView({ tokens }: { readonly tokens: readonly FoundToken[] }): JSX.Element {
  const { openToken } = useAppModel();
  if (tokens.length === 0) {
    return (
      <EmptyState title="No tokens">
        No parameter of this flow holds a JWT. Tokens fetched with the code travel between servers and are not
        seen here; paste one into the Token tab.
      </EmptyState>
    );
  }
  return (
    <>
      {tokens.map(({ token, places, decoded }, index) => (
        <Section
          key={token}
          title={`Token ${index + 1}`}
          actions={
            <button type="button" class="button" onClick={() => openToken(token)}>
              Open in Token tab
            </button>
          }
        >
          <p>
            Found as <Value text={places.join(', ')} />. <span class="muted">Decoded, not verified.</span>
          </p>
          <TokenParts label={`Token ${index + 1}`} decoded={decoded} />
        </Section>
      ))}
    </>
  );
}
