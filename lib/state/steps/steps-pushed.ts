import { fieldKey } from '../../calls/field-key.ts';
import type { LaunchFacts } from '../../providers/launch-memory.ts';
import type { StepField, StepSpec } from '../../providers/step-types.ts';

/** What the exchange will need of an authorize request that a step pushed ahead. */
interface PushedLaunch {
  readonly state: string;
  readonly facts: Pick<LaunchFacts, 'codeVerifier' | 'redirectUri' | 'nonce'>;
}

/**
 * Reads it off a step that sends a state and a code challenge; undefined for any other, and for a challenge whose verifier
 * nobody knows.
 * @param values by the place and name of a field
 */
export function pushedLaunch(
  { fields }: Pick<StepSpec, 'fields'>,
  values: Readonly<Record<string, string>>,
  verifierOf: (challenge: string) => string | undefined,
): PushedLaunch | undefined {
  const sentBy = (wanted: (field: StepField) => boolean): string => {
    const field = fields.find(wanted);
    return (field && values[fieldKey(field)]) ?? '';
  };
  const state = sentBy(({ generate }) => generate === 'state');
  const codeVerifier = verifierOf(sentBy(({ generate }) => generate === 'code-challenge'));
  if (state === '' || codeVerifier === undefined) return undefined;
  const redirectUri = sentBy(({ name }) => name === 'redirect_uri');
  const nonce = sentBy(({ generate }) => generate === 'nonce');
  return {
    state,
    facts: { codeVerifier, ...(redirectUri ? { redirectUri } : {}), ...(nonce ? { nonce } : {}) },
  };
}
