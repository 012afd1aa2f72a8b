import { type Aliases, standardName } from '../oauth/aliases.ts';
import type { ExtraParameter } from '../oauth/build-authorize-url.ts';
import { checkParameter, checkText, type ParameterProblem } from './check.ts';
import { checkEndpoint } from './check-endpoint.ts';
import { quote } from './quote.ts';
import type { Profile } from './types.ts';

/** A problem of an authorize request that is being written; without a parameter it is about the endpoint. */
export interface DraftProblem extends ParameterProblem {
  readonly parameter?: string;
}

/** An authorize request that is being written. */
export interface Draft {
  readonly profile: Profile;
  readonly endpoint: string;
  readonly values: Readonly<Record<string, string>>;
  readonly extras: readonly ExtraParameter[];
}

/**
 * Everything that is wrong with a draft: its endpoint, each parameter, and what parameters mean to one another.
 * @param aliases spellings by which the profile's parameters are read
 */
export function checkDraft(draft: Draft, aliases: Aliases): readonly DraftProblem[] {
  const { profile, values, extras } = draft;
  const own = profile.parameters.flatMap((spec) =>
    checkParameter(spec, textOf(values, spec.name)).map((problem) => ({ ...problem, parameter: spec.name })),
  );
  return [
    ...checkEndpoint(draft.endpoint),
    ...own,
    ...checkExtras(extras, profile, aliases),
    ...RELATIONS.flatMap((relation) => relation(draft)),
  ];
}

/** Values that must never stand in a URL (RFC 6749 section 2.3.1, RFC 9700 section 4.3). */
const SECRETS: readonly string[] = [
  'client_secret',
  'client_assertion',
  'password',
  'access_token',
  'refresh_token',
  'code_verifier',
];

/** Linear in the number of parameters: a pasted URL may have tens of thousands. */
function checkExtras(
  extras: readonly ExtraParameter[],
  profile: Profile,
  aliases: Aliases,
): readonly DraftProblem[] {
  const times = new Map<string, number>();
  for (const { name } of extras) times.set(name, (times.get(name) ?? 0) + 1);
  const standards = profile.parameters.map(({ name }) => ({ name, standard: standardName(name, aliases) }));
  return extras.flatMap((extra) => checkExtra(extra, { profile, times, aliases, standards }));
}

interface ExtrasContext {
  readonly profile: Profile;
  /** How often each name stands. */
  readonly times: ReadonlyMap<string, number>;
  readonly aliases: Aliases;
  readonly standards: readonly { readonly name: string; readonly standard: string | undefined }[];
}

function checkExtra(
  { name, value }: ExtraParameter,
  { profile, times, aliases, standards }: ExtrasContext,
): readonly DraftProblem[] {
  if (name === '') {
    if (value === '') return [];
    const message = `The extra value ${quote(value)} has no name and is left out.`;
    return [{ code: 'nameless', message, remedy: 'Name it, or remove the row.', severity: 'warning' }];
  }
  const problems: DraftProblem[] = checkText(name, value).map((one) => ({ ...one, parameter: name }));
  const add = (code: string, message: string, remedy: string): void => {
    problems.push({ code, message, remedy, severity: 'error', parameter: name });
  };
  if (SECRETS.includes(name)) {
    add('secret-in-url', `${name} must not stand in a URL.`, 'Remove it; it belongs in the token request.');
  }
  const twin = profile.parameters.find((spec) => spec.name === name);
  if (twin || (name !== 'resource' && (times.get(name) ?? 0) > 1)) {
    add('repeated', `${name} would stand twice.`, 'Send every parameter once (RFC 6749 section 3.1).');
  }
  const standard = standardName(name, aliases);
  const rival =
    standard === undefined
      ? undefined
      : standards.find((spec) => spec.name !== name && spec.standard === standard);
  if (rival) {
    problems.push({
      code: 'other-name',
      message: `${profile.name} calls it ${rival.name}, not ${name}.`,
      remedy: `Fill in ${rival.name} and remove this row, unless you mean to send both.`,
      severity: 'warning',
      parameter: name,
    });
  }
  return problems;
}

type Relation = (draft: Draft) => readonly DraftProblem[];

/** What one value demands of another, where the profile has both. */
const RELATIONS: readonly Relation[] = [
  ({ profile, values }) => {
    const type = textOf(values, 'response_type');
    const known = profile.parameters.some(({ name }) => name === 'nonce');
    if (!known || !/\bid_token\b/.test(type) || textOf(values, 'nonce') !== '') return [];
    const message = `nonce is empty, but response_type ${quote(type)} asks for an id_token in the callback.`;
    const remedy = 'Press New; the id_token must carry it back (OpenID Connect Core section 3.2.2.1).';
    return [{ code: 'nonce-missing', message, remedy, severity: 'error', parameter: 'nonce' }];
  },
  ({ values }) => {
    const mode = textOf(values, 'response_mode');
    const type = textOf(values, 'response_type');
    if (mode !== 'query' || !/\b(token|id_token)\b/.test(type)) return [];
    const message = `response_mode “query” would put what response_type ${quote(type)} asks for into the query.`;
    const remedy = 'Use fragment or form_post (OAuth 2.0 Multiple Response Types section 5).';
    return [{ code: 'tokens-in-query', message, remedy, severity: 'error', parameter: 'response_mode' }];
  },
  ({ values }) => {
    if (textOf(values, 'code_challenge') === '' || textOf(values, 'code_challenge_method') !== '') return [];
    const message = 'code_challenge_method is empty, so that code_challenge counts as plain.';
    const remedy = 'Set it to S256 (RFC 7636 section 4.3).';
    return [
      { code: 'challenge-plain', message, remedy, severity: 'error', parameter: 'code_challenge_method' },
    ];
  },
  ({ profile, values }) => {
    const known = profile.parameters.some(({ name }) => name === 'state');
    const bound = ['state', 'code_challenge', 'nonce'].some((name) => textOf(values, name) !== '');
    if (!known || bound) return [];
    const message = 'state, nonce and code_challenge are all empty: the callback is tied to no request.';
    const remedy = 'Press New beside state (RFC 9700 section 2.1).';
    return [{ code: 'unbound', message, remedy, severity: 'warning', parameter: 'state' }];
  },
];

function textOf(values: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(values, name) ? (values[name] ?? '') : '';
}
