import { createPkce, type Pkce } from '../../oauth/pkce.ts';
import { type RandomBytes, randomValue, secureRandom, uuidV4 } from '../../oauth/random.ts';
import type { ParameterSpec, Profile } from '../../providers/types.ts';

/** Values made for one launch. */
export interface GeneratedValues {
  readonly values: Readonly<Record<string, string>>;
  /** Present when one of the values is a code challenge. */
  readonly pkce?: Pkce;
}

type ValueGenerator = (random: RandomBytes) => Promise<{ value: string; pkce?: Pkce }>;

const GENERATORS: Readonly<Record<NonNullable<ParameterSpec['generate']>, ValueGenerator>> = {
  state: async (random) => ({ value: randomValue(random) }),
  nonce: async (random) => ({ value: randomValue(random) }),
  'uuid-v4': async (random) => ({ value: uuidV4(random) }),
  'code-challenge': async (random) => {
    const pkce = await createPkce(random);
    return { value: pkce.challenge, pkce };
  },
};

/** Makes a value for every parameter that has generated ones and that `wanted` accepts. */
export async function generateValues(
  profile: Profile,
  random: RandomBytes = secureRandom,
  wanted: (name: string) => boolean = () => true,
): Promise<GeneratedValues> {
  const values: Record<string, string> = {};
  let pkce: Pkce | undefined;
  for (const { name, generate } of profile.parameters) {
    if (generate === undefined || !wanted(name)) continue;
    const made = await GENERATORS[generate](random);
    values[name] = made.value;
    pkce = made.pkce ?? pkce;
  }
  return { values, ...(pkce ? { pkce } : {}) };
}
