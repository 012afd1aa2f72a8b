import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFields, parseParameters, repeatedParameters } from '../../../lib/oauth/parameters.ts';

describe('parseParameters', () => {
  it('keeps order, repeats and encoding beside the decoded form', () => {
    expect(parseParameters('code=a%2Bb&state=x+y&code=2')).toEqual([
      { name: 'code', value: 'a+b', rawName: 'code', rawValue: 'a%2Bb', problems: [] },
      { name: 'state', value: 'x y', rawName: 'state', rawValue: 'x+y', problems: [] },
      { name: 'code', value: '2', rawName: 'code', rawValue: '2', problems: [] },
    ]);
  });

  it('shows a broken escape as it stands and says where it is', () => {
    expect(parseParameters('code=a%zzb')).toEqual([
      {
        name: 'code',
        value: 'a%zzb',
        rawName: 'code',
        rawValue: 'a%zzb',
        problems: [
          {
            code: 'broken-escape',
            message: 'A percent sign at byte 1 is not followed by two hexadecimal digits.',
            remedy:
              'Percent-encode the value once, as application/x-www-form-urlencoded (RFC 6749 appendix B).',
          },
        ],
      },
    ]);
  });

  it('shows bytes that are no UTF-8 as replacement characters and says so', () => {
    const [parameter] = parseParameters('state=%C3%28');
    expect(parameter?.value).toBe('\uFFFD(');
    expect(parameter?.problems.map(({ code }) => code)).toEqual(['not-utf8']);
  });

  it('names control and bidirectional characters and values too long to pass', () => {
    const [parameter] = parseParameters(`state=%00%E2%80%AE${'x'.repeat(8_200)}`);
    expect(parameter?.problems.map(({ code, message }) => [code, message])).toEqual([
      ['control-character', 'Contains the control character U+0000 at position 0.'],
      ['bidirectional-character', 'Contains U+202E at position 1, which reorders text on screen.'],
      ['oversize', 'Is 8202 characters long; servers and proxies commonly refuse more than 8192.'],
    ]);
  });

  it('takes a name without “=” for an empty value and skips empty pieces', () => {
    expect(parseParameters('&code&&=x').map(({ name, value }) => [name, value])).toEqual([
      ['code', ''],
      ['', 'x'],
    ]);
  });

  it('gives back what URLSearchParams encoded', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
        const parsed = parseParameters(new URLSearchParams(pairs).toString());
        expect(parsed.map(({ name, value }) => [name, value])).toEqual(pairs);
      }),
    );
  });

  it('never throws and loses no raw text, whatever the input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseParameters(text);
        const raw = parsed.map(({ rawName, rawValue }) => `${rawName}${rawValue}`).join('');
        expect(raw.replaceAll('=', '')).toBe(text.replaceAll('&', '').replaceAll('=', ''));
      }),
    );
  });
});

describe('repeatedParameters', () => {
  it('names what stands twice, with all values in order', () => {
    const parameters = fromFields([
      ['code', '1'],
      ['state', 's'],
      ['code', '2'],
    ]);
    expect([...repeatedParameters(parameters)]).toEqual([['code', ['1', '2']]]);
  });
});
