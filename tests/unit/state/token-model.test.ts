import { describe, expect, test } from 'vitest';
import { createTokenModel } from '../../../lib/state/token-model.ts';
import { tokenRuns } from '../../../lib/state/token-runs.ts';

const HEADER = 'eyJhbGciOiJSUzI1NiJ9';
const ONE = `${HEADER}.eyJzdWIiOiJvbmUifQ.c2ln`;
const TWO = `${HEADER}.eyJzdWIiOiJ0d28ifQ.c2ln`;

function modelOf(text: string) {
  const model = createTokenModel();
  model.open(text);
  return model;
}

describe('verdict', () => {
  test.each([
    ['', 'Not verified: there is no token yet'],
    [ONE, 'Not verified: this version decodes only'],
    [`${ONE}.x.y`, /^Malformed: /],
    [HEADER, 'Malformed: A token has 3 parts (JWS) or 5 (JWE) between dots; this text has 1.'],
    [`${ONE}=`, 'Malformed: The signature ends in “=”.'],
  ])('%j', (text, expected) => {
    expect(modelOf(text).verdict.value).toMatch(expected);
  });
});

describe('several tokens', () => {
  test('the first is shown, another can be chosen, and places count from the whole text', () => {
    const model = modelOf(`a=${ONE}&b=${TWO}`);
    expect(model.found.value.map(({ token }) => token)).toEqual([ONE, TWO]);
    expect(model.decoded.value.payload).toEqual({ sub: 'one' });
    model.choice.value = 1;
    expect(model.decoded.value.payload).toEqual({ sub: 'two' });
    const [header] = model.decoded.value.segments;
    expect(model.text.value.slice(header?.start, header?.end)).toBe(HEADER);
  });

  test('a new text begins with its first token', () => {
    const model = modelOf(`${ONE} ${TWO}`);
    model.choice.value = 1;
    model.open(`${TWO} ${ONE}`);
    expect(model.decoded.value.payload).toEqual({ sub: 'two' });
  });
});

describe('tokenRuns', () => {
  test('cuts a text at segments and problems', () => {
    const text = `x=${HEADER}.e30.c2l=`;
    const model = modelOf(text);
    expect(tokenRuns(`${HEADER}.e30.c2ln`, modelOf(`${HEADER}.e30.c2ln`).decoded.value)).toEqual([
      { text: HEADER, segment: 'header', problem: false },
      { text: '.', problem: false },
      { text: 'e30', segment: 'payload', problem: false },
      { text: '.', problem: false },
      { text: 'c2ln', segment: 'signature', problem: false },
    ]);
    expect(
      tokenRuns(text, model.decoded.value)
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
  });

  test('marks the place of a problem', () => {
    const runs = tokenRuns(`${ONE}=`, modelOf(`${ONE}=`).decoded.value);
    expect(runs.filter((run) => run.problem)).toEqual([
      { text: 'c2ln=', segment: 'signature', problem: true },
    ]);
  });
});
