import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduceAll } from '../../../lib/flow/reduce.ts';
import { CATALOGUE } from '../support/catalogue.ts';
import { fold, onlyFlow, Story, valuesOf } from '../support/observations.ts';

const CLIENT = 'https://app.example/callback';
const AUTHORIZE = `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=s1`;
const ANSWER = `${CLIENT}?code=abc&state=s1`;
const LOGIN = 'https://as.example/login';

const simple = (): Story =>
  new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER).respond(ANSWER).committed(ANSWER);

describe('event sources', () => {
  it('sees request and callback by webNavigation alone and marks the missing hops', () => {
    const flow = onlyFlow(new Story().navigating(AUTHORIZE).committed(LOGIN).committed(ANSWER));
    expect(flow).toMatchObject({ status: 'completed', marks: ['seen-without-hops'], hops: [] });
    expect(valuesOf(flow)).toEqual({ code: 'abc', state: 's1' });
  });

  it('marks a callback that only the tab showed', () => {
    const flow = onlyFlow(new Story().request(AUTHORIZE).respond(AUTHORIZE).shown(ANSWER));
    expect(flow).toMatchObject({ status: 'completed', callback: { delivery: 'shown' } });
    expect(flow.marks).toContain('missed');
  });

  it('calls nobody missed when a listener was only late', () => {
    const story = new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, ANSWER);
    const shown = new Story().at(60).shown(ANSWER);
    const [first, ...rest] = story.observations;
    const flows = fold([...(first ? [first] : []), ...shown.observations, ...rest]).tracker.flows;
    expect(flows).toHaveLength(1);
    expect(flows[0]?.marks).toEqual([]);
  });

  it('cuts a redirect loop and says how many hops it left out', () => {
    const story = new Story().request(AUTHORIZE);
    for (let count = 0; count < 250; count++) story.redirect(count === 0 ? AUTHORIZE : LOGIN, 302, LOGIN);
    const flow = onlyFlow(story);
    expect(flow.hops).toHaveLength(200);
    expect(flow.droppedHops).toBe(51);
  });
});

describe('order', () => {
  const stories = (): Story[] => {
    const other = AUTHORIZE.replace('state=s1', 'state=s2');
    return [
      new Story(1)
        .navigating(AUTHORIZE)
        .request(AUTHORIZE)
        .redirect(AUTHORIZE, 302, LOGIN)
        .respond(LOGIN)
        .request(LOGIN, { method: 'POST' })
        .redirect(LOGIN, 303, ANSWER)
        .respond(ANSWER)
        .committed(ANSWER)
        .identified(false),
      new Story(2)
        .opened(1, other)
        .request(other)
        .redirect(other, 302, `${CLIENT}?error=access_denied&state=s2`)
        .fail(`${CLIENT}?error=access_denied&state=s2`)
        .closed(),
    ];
  };

  it('does not change the flows, and repeats add nothing', () => {
    const observations = stories().flatMap((story) => story.observations);
    const expected = reduceAll(observations, CATALOGUE).tracker.flows;
    expect(expected.map(({ status }) => status)).toEqual(['completed', 'failed']);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(observations, { minLength: observations.length }),
        fc.subarray(observations),
        (shuffled, repeated) => {
          expect(fold([...shuffled, ...repeated]).tracker.flows).toEqual(expected);
        },
      ),
    );
  });

  it('does not change the flows of a session that is longer than what can still be put in order', () => {
    const many = Array.from({ length: 300 }, (_, tab) =>
      new Story(tab)
        .at(tab * 1_000)
        .request(AUTHORIZE)
        .redirect(AUTHORIZE, 302, ANSWER)
        .respond(ANSWER),
    ).flatMap((story) => story.observations);
    const expected = reduceAll(many, CATALOGUE).tracker.flows;
    fc.assert(
      fc.property(
        fc.array(fc.nat(many.length - 1), { maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        (late, by) => {
          const order = many.map((observation, at) => ({
            observation,
            at: late.includes(at) ? at + by + 0.5 : at,
          }));
          const submitted = order.toSorted((a, b) => a.at - b.at).map(({ observation }) => observation);
          expect(fold(submitted).tracker.flows).toEqual(expected);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('never throws and never loses the callback, whichever observations are missing between', () => {
    const observations = simple().observations;
    const callbacks = observations.filter(
      (observation) => 'url' in observation && observation.url === ANSWER,
    );
    fc.assert(
      fc.property(fc.subarray(observations), fc.constantFrom(...callbacks), (some, callback) => {
        const kept = callback.kind === 'response' ? some : [...some, callback];
        const submitted = kept.some((one) => one.kind !== 'response' && 'url' in one && one.url === ANSWER);
        const flows = fold(kept).tracker.flows;
        if (submitted) expect(flows.some((flow) => flow.callback?.url === ANSWER)).toBe(true);
      }),
    );
  });
});
