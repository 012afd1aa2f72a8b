import { randomUUID } from 'node:crypto';

/** One parameter of an authorization response. */
export type Entry = readonly [name: string, value: string];

/** An authorization response before a channel carries it. */
export interface Answer {
  readonly entries: readonly Entry[];
  /** Text that stands in a URL as it is, for answers that no encoder would produce. */
  readonly raw?: string;
}

/** What an answer is made from. */
export interface AnswerInput {
  readonly state: string;
  /** How many characters the huge answer may have in the channel that carries it. */
  readonly room: number;
}

const HTML_VALUES = {
  script: '<script>document.title="owned"</script>',
  image: '"><img src=x onerror=\'document.title="owned"\'>',
  link: 'javascript:document.title="owned"',
} as const;

/** NUL, escape sequences, line breaks, right-to-left override, isolates, byte-order mark, tag character. */
const CONTROL =
  'a\u0000b\u001b[31mred\r\nSet-Cookie: x=y\u0085\u202Egnp.exe\u2066\u2069\u200F\uFEFF\u{E0041}';

/** Malformed and hostile answers by name; any other name is an OAuth error code to send back. */
const BAD_ANSWERS: Readonly<Record<string, (input: AnswerInput) => Answer>> = {
  'repeated-code': ({ state }) => ({
    entries: [
      ['code', 'lab-code-first'],
      ['code', 'lab-code-second'],
      ['state', state],
    ],
  }),
  'code-and-error': ({ state }) => ({
    entries: [
      ['code', 'lab-code-with-error'],
      ['error', 'access_denied'],
      ['state', state],
    ],
  }),
  neither: ({ state }) => ({ entries: [['state', state]] }),
  'unknown-state': () => ({
    entries: [
      ['code', newCode()],
      ['state', `never-sent-${randomUUID()}`],
    ],
  }),
  'bad-percent': ({ state }) => ({
    entries: [
      ['code', '%zz'],
      ['state', state],
      ['note', '%C3%28'],
    ],
    raw: `code=%zz&state=${encodeURIComponent(state)}&note=%C3%28`,
  }),
  huge: ({ state, room }) => ({
    entries: [
      ['code', newCode()],
      ['state', state],
      ['padding', 'x'.repeat(room)],
    ],
  }),
  control: ({ state }) => ({
    entries: [
      ['code', CONTROL],
      ['state', state],
      ['note', CONTROL],
    ],
  }),
  html: () => ({
    entries: [
      ['code', HTML_VALUES.script],
      ['state', HTML_VALUES.image],
      ['iss', HTML_VALUES.link],
      ['error_description', HTML_VALUES.script],
    ],
  }),
};

/** The names of the malformed and hostile answers. */
export const BAD_ANSWER_NAMES: readonly string[] = Object.keys(BAD_ANSWERS);

/** Makes the answer of this name, or a plain code when there is none. */
export function makeAnswer(name: string | undefined, input: AnswerInput): Answer {
  if (name === undefined || name === '') {
    return { entries: [['code', newCode()], ...stateEntry(input.state)] };
  }
  const bad = Object.hasOwn(BAD_ANSWERS, name) ? BAD_ANSWERS[name] : undefined;
  if (bad !== undefined) return bad(input);
  const description = 'The lab was asked to send this error.';
  return { entries: [['error', name], ['error_description', description], ...stateEntry(input.state)] };
}

const newCode = (): string => `lab-code-${randomUUID()}`;

const stateEntry = (state: string): Entry[] => (state === '' ? [] : [['state', state]]);
