import { createPkce, type Pkce } from '../oauth/pkce.ts';
import { type RandomBytes, randomValue, secureRandom, uuidV4 } from '../oauth/random.ts';
import type { ParameterSpec, Profile } from '../providers/types.ts';

/** Values made for one launch. */
export interface FreshValues {
  readonly values: Readonly<Record<string, string>>;
  /** Present when one of the values is a code challenge. */
  readonly pkce?: Pkce;
}

type Maker = (random: RandomBytes) => Promise<{ value: string; pkce?: Pkce }>;

const MAKERS: Readonly<Record<NonNullable<ParameterSpec['generate']>, Maker>> = {
  state: async (random) => ({ value: randomValue(random) }),
  nonce: async (random) => ({ value: randomValue(random) }),
  'uuid-v4': async (random) => ({ value: uuidV4(random) }),
  'code-challenge': async (random) => {
    const pkce = await createPkce(random);
    return { value: pkce.challenge, pkce };
  },
};

/** Makes a value for every parameter that has generated ones and that `wanted` accepts. */
export async function freshValues(
  profile: Profile,
  random: RandomBytes = secureRandom,
  wanted: (name: string) => boolean = () => true,
): Promise<FreshValues> {
  const values: Record<string, string> = {};
  let pkce: Pkce | undefined;
  for (const { name, generate } of profile.parameters) {
    if (generate === undefined || !wanted(name)) continue;
    const made = await MAKERS[generate](random);
    values[name] = made.value;
    pkce = made.pkce ?? pkce;
  }
  return { values, ...(pkce ? { pkce } : {}) };
}
