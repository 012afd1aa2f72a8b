import { describe, expect, test } from 'vitest';
import { isStopped } from '../../../../lib/capture/hold/hold-rules.ts';
import { responsePatterns } from '../../../../lib/capture/hold/response-patterns.ts';
import { type Catalogue, createCatalogue } from '../../../../lib/providers/catalogue.ts';
import { SAMPLE } from '../../profiles/sample-profile.ts';

const withAliases = (aliases: Catalogue['aliases']): Catalogue =>
  createCatalogue({ own: [{ ...SAMPLE, aliases }] });

describe('patterns of authorization responses', () => {
  test('follow the spellings of every profile, one pattern for each that is not standard', () => {
    expect(
      responsePatterns(
        withAliases({ authCode: 'code', grantedCode: 'code', 'x.st': 'state', idt: 'id_token' }),
      ),
    ).toEqual([
      '[?&#](code|id_token|access_token|error)=.*&state=',
      '[?&#]state=.*&(code|id_token|access_token|error)=',
      '[?&#](code|id_token|access_token|error)=.*&x\\.st=',
      '[?&#]x\\.st=.*&(code|id_token|access_token|error)=',
      '[?&#]authCode=.*&state=',
      '[?&#]state=.*&authCode=',
      '[?&#]authCode=.*&x\\.st=',
      '[?&#]x\\.st=.*&authCode=',
      '[?&#]grantedCode=.*&state=',
      '[?&#]state=.*&grantedCode=',
      '[?&#]grantedCode=.*&x\\.st=',
      '[?&#]x\\.st=.*&grantedCode=',
      '[?&#]idt=.*&state=',
      '[?&#]state=.*&idt=',
      '[?&#]idt=.*&x\\.st=',
      '[?&#]x\\.st=.*&idt=',
      '[?&#](response|id_token)=ey',
      '[?&#]idt=ey',
      '[?&#]authorizationCode=',
      '[?&#]authorization_code=',
    ]);
  });

  test.each([
    ['https://a.example/x?authCode=1&state=2', true],
    ['https://a.example/x?state=2&a=b&authCode=1', true],
    ['https://a.example/x?authCode=1', false],
    ['https://a.example/x?myauthCode=1&state=2', false],
  ])('stop %s where a profile says authCode for code: %s', (url, stopped) => {
    expect(isStopped(url, [], responsePatterns(withAliases({ authCode: 'code' })))).toBe(stopped);
    expect(isStopped(url, [], responsePatterns(createCatalogue()))).toBe(false);
  });

  test('leave out a spelling that the browser could not compile', () => {
    const patterns = responsePatterns(withAliases({ 'a(b': 'code', ['x'.repeat(41)]: 'code' }));
    expect(patterns).toEqual(responsePatterns(createCatalogue()));
  });
});
