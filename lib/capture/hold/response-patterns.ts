import { type CallbackName, callbackSpellings } from '../../providers/callback-spellings.ts';
import type { Catalogue } from '../../providers/catalogue.ts';

const ANSWERS = ['code', 'id_token', 'access_token', 'error'] as const satisfies readonly CallbackName[];

/** Of what a rule's pattern may name, which the browser compiles into little memory; another spelling is not used. */
const NAME = /^[\w.-]{1,40}$/;

/** Spellings of a profile that are watched for, beside the standard names. */
const MOST_SPELLINGS = 30;

/** A spelling of code that says what it is, so that its URL needs no state beside it. */
const SAYS_CODE = /^.+code$/i;
const SHORTEST_ALONE = 12;

/**
 * Patterns (RE2, case-sensitive) that URLs of authorization responses match whatever their redirect URI is: a parameter
 * of the answer beside a state, a JWT, or a code under a name of its own. One pattern a spelling that is not standard,
 * so that none grows beyond what the browser compiles.
 */
export function responsePatterns(catalogue: Pick<Catalogue, 'aliases'>): readonly string[] {
  const spellings = callbackSpellings(catalogue);
  const own = (name: CallbackName): readonly string[] =>
    spellings[name].slice(1).filter((spelling) => NAME.test(spelling));
  const states = spellings.state.filter((spelling) => NAME.test(spelling));
  const others = ANSWERS.flatMap(own).slice(0, MOST_SPELLINGS);
  const alone = others.filter((name) => SAYS_CODE.test(name) && name.length >= SHORTEST_ALONE);
  const beside = others.filter((name) => !alone.includes(name));
  const tokens = [...own('id_token'), ...own('response')].slice(0, MOST_SPELLINGS);
  return [
    ...[`(${ANSWERS.join('|')})`, ...beside.map(literal)].flatMap((answer) =>
      states.flatMap((state) => [
        `[?&#]${answer}=.*&${literal(state)}=`,
        `[?&#]${literal(state)}=.*&${answer}=`,
      ]),
    ),
    '[?&#](response|id_token)=ey',
    ...tokens.map((name) => `[?&#]${literal(name)}=ey`),
    ...alone.map((name) => `[?&#]${literal(name)}=`),
  ];
}

const literal = (name: string): string => name.replaceAll('.', '\\.');
