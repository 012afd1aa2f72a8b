import { describe, expect, it } from 'vitest';
import { connectpay } from '../../../lib/providers/connectpay.ts';
import { RULES } from '../../../lib/rules/registry.ts';
import { runRules } from '../../../lib/rules/run.ts';
import { flowsOf, Story } from '../support/observations.ts';

const CLIENT = 'https://app.example/cb';
const AUTHORIZE = `https://as.example/authorize?response_type=code&client_id=c1&redirect_uri=${encodeURIComponent(CLIENT)}&state=s1`;
const answered = (answer: string, status = 302): Story =>
  new Story().request(AUTHORIZE).redirect(AUTHORIZE, status, answer).respond(answer);

/** Rule, severity, parameter and message of every finding on the story's last flow. */
const found = (story: Story, context = {}) => {
  const flow = flowsOf(story).at(-1);
  if (!flow) throw new Error('the story has no flow');
  return runRules(flow, { now: 0, ...context }).map(({ rule, severity, message, at }) => ({
    rule,
    severity,
    parameter: at.parameter,
    message,
  }));
};

describe('a sound callback', () => {
  it('has no finding', () => {
    expect(found(answered(`${CLIENT}?code=abc&state=s1`))).toEqual([]);
    expect(found(answered(`${CLIENT}?error=access_denied&error_description=No&state=s1`))).toEqual([]);
  });
});

describe('CB01 state', () => {
  it('differs', () => {
    expect(found(answered(`${CLIENT}?code=abc&state=other`))).toEqual([
      {
        rule: 'CB01',
        severity: 'error',
        parameter: 'state',
        message: 'state is “other”; the request sent “s1”.',
      },
    ]);
  });

  it('is missing', () => {
    expect(found(answered(`${CLIENT}?code=abc`))[0]?.message).toBe(
      'state is missing; the request sent “s1”.',
    );
  });

  it('was never sent', () => {
    const request = AUTHORIZE.replace('&state=s1', '');
    const story = new Story().request(request).redirect(request, 302, `${CLIENT}?code=abc&state=x`);
    expect(found(story)[0]?.message).toBe('state is “x”, but the request sent none.');
  });

  it('cannot be compared when no request was seen', () => {
    expect(found(new Story().request(`${CLIENT}?code=abc&state=x`))).toEqual([
      {
        rule: 'CB01',
        severity: 'info',
        parameter: 'state',
        message: 'state is “x”, but no authorize request was seen that sent it.',
      },
    ]);
  });
});

describe('CB02 code or error', () => {
  it('are both there', () => {
    expect(found(answered(`${CLIENT}?code=abc&error=access_denied&state=s1`))).toEqual([
      {
        rule: 'CB02',
        severity: 'error',
        parameter: 'error',
        message: 'Both code “abc” and error “access_denied” came back.',
      },
    ]);
  });

  it('are both missing', () => {
    expect(found(answered(`${CLIENT}?state=s1`))[0]).toMatchObject({
      rule: 'CB02',
      message: 'Neither code nor error came back.',
    });
  });

  it('may be hidden in a body when there is no access', () => {
    const story = new Story().navigating(AUTHORIZE).committed(CLIENT);
    expect(found(story)[0]).toMatchObject({
      rule: 'CB02',
      message:
        'No parameter is visible. A form_post body cannot be seen without access to the callback’s host.',
    });
  });
});

describe('CB03 repeats', () => {
  it('are named with every value', () => {
    expect(found(answered(`${CLIENT}?code=1&code=2&state=s1`))).toEqual([
      { rule: 'CB03', severity: 'error', parameter: 'code', message: 'code stands 2 times: “1”, “2”.' },
    ]);
  });
});

describe('CB04 error code', () => {
  it('is one that nobody defines', () => {
    expect(found(answered(`${CLIENT}?error=oops&state=s1`), { profile: connectpay })[0]).toMatchObject({
      rule: 'CB04',
      message: 'error “oops” is defined by no specification and not by ConnectPay.',
    });
  });

  it('has a description in characters that are not allowed', () => {
    const answer = `${CLIENT}?error=access_denied&error_description=%22quoted%22&state=s1`;
    expect(found(answered(answer))[0]).toMatchObject({ rule: 'CB04', parameter: 'error_description' });
  });
});

describe('CB21 redirect status', () => {
  it.each([
    [301, 'warning'],
    [307, 'error'],
    [308, 'error'],
  ])('%i is a finding', (status, severity) => {
    expect(found(answered(`${CLIENT}?code=abc&state=s1`, status))).toMatchObject([
      { rule: 'CB21', severity },
    ]);
  });

  it('303 is none', () => {
    expect(found(answered(`${CLIENT}?code=abc&state=s1`, 303))).toEqual([]);
  });
});

describe('CBRU redirect URI', () => {
  it('is another than the request asked for', () => {
    const answer = 'https://other.example/cb?code=abc&state=s1';
    expect(found(answered(answer))).toMatchObject([
      {
        rule: 'CBRU',
        severity: 'error',
        message: `The response went to “${answer}”; the request asked for “${CLIENT}”.`,
      },
    ]);
  });
});

describe('CBNL nobody listens', () => {
  it('says that the response is whole all the same', () => {
    const answer = `${CLIENT}?code=abc&state=s1`;
    const story = new Story().request(AUTHORIZE).redirect(AUTHORIZE, 302, answer).fail(answer);
    expect(found(story)).toMatchObject([
      {
        rule: 'CBNL',
        severity: 'warning',
        message:
          'Nobody answered at app.example (net::ERR_CONNECTION_REFUSED); the response itself is whole.',
      },
    ]);
  });
});

describe('CBTX text', () => {
  it('names broken encoding, control and bidirectional characters', () => {
    const answer = `${CLIENT}?code=a%zz&state=s1&x=%00&y=%E2%80%AE`;
    expect(found(answered(answer)).map(({ rule, parameter }) => [rule, parameter])).toEqual([
      ['CBTX', 'code'],
      ['CBTX', 'x'],
      ['CBTX', 'y'],
    ]);
  });
});

describe('the registry', () => {
  it('has each id once, and a source and a title for each', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { source, title } of RULES) expect(source && title).toMatch(/\S/);
  });
});
