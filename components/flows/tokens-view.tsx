import type { JSX } from 'preact';
import type { FoundToken } from '../../lib/flow/tokens.ts';
import type { Flow } from '../../lib/flow/types.ts';
import { useAppModel } from '../app/models.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from '../ui/section.tsx';
import { Value } from '../ui/value.tsx';
import './findings.css';
import { TokenCheck } from './token-check.tsx';
import { TokenParts } from './token-parts.tsx';

interface TokensViewProps {
  readonly flow: Flow;
  readonly tokens: readonly FoundToken[];
}

/** Every JWT that the flow carried, and where. */
export function TokensView({ flow, tokens }: TokensViewProps): JSX.Element {
  const { openToken } = useAppModel();
  if (tokens.length === 0) {
    return (
      <EmptyState title="No tokens">
        No parameter of this flow holds a JWT, and no answer of its calls. Tokens that your own server fetches
        are not seen here; paste one into the Token tab.
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
            Found as <Value text={places.join(', ')} />.
          </p>
          <TokenCheck flow={flow} token={token} label={`Token ${index + 1}`} />
          <TokenParts label={`Token ${index + 1}`} decoded={decoded} />
        </Section>
      ))}
    </>
  );
}
