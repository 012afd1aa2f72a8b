import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHttpText } from '../../../lib/oauth/read-http-text.ts';
import { quoteForShell } from '../../../lib/oauth/shell-quote.ts';
import { shellWords } from '../../../lib/oauth/shell-words.ts';

describe('an HTTP request written down', () => {
  it('has its method, its URL and its body', () => {
    expect(readHttpText('POST /hook?a=1 HTTP/1.1\r\nHost: app.test\r\n\r\n{"code":1}')).toEqual({
      method: 'POST',
      url: 'http://app.test/hook?a=1',
      body: '{"code":1}',
    });
  });

  it('may have no headers and no body', () => {
    expect(readHttpText('GET https://app.test/ HTTP/1.1\n')).toEqual({
      method: 'GET',
      url: 'https://app.test/',
      body: '',
    });
  });

  it('is not seen in other text', () => {
    expect(readHttpText('{"code":"c1"}')).toBeUndefined();
    expect(readHttpText('code=c1&state=s1')).toBeUndefined();
  });
});

describe('a curl command', () => {
  it.each([
    ['curl https://app.test/ -d a=1 -d b=2', { method: 'POST', url: 'https://app.test/', body: 'a=1&b=2' }],
    ['curl -XPUT --url https://app.test/ --data=x', { method: 'PUT', url: 'https://app.test/', body: 'x' }],
    ['$ curl -s -H "a: b" https://app.test/', { method: 'GET', url: 'https://app.test/', body: '' }],
    ["curl --json '{}' https://app.test/", { method: 'POST', url: 'https://app.test/', body: '{}' }],
  ])('%s', (command, request) => {
    expect(readHttpText(command)).toEqual(request);
  });
});

describe('the words of a shell command', () => {
  it('are those that the shell makes', () => {
    const command = String.raw`a 'b c' "d \"e\" \x" f\ g h''i`;
    const shell = execFileSync('sh', ['-c', `for word in ${command}; do printf '%s\\n' "$word"; done`], {
      encoding: 'utf8',
    });
    expect(shellWords(command)).toEqual(shell.trimEnd().split('\n'));
  });

  it('are the values that were quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }).filter((text) => !text.includes('\0'))), (values) => {
        expect(shellWords(values.map(quoteForShell).join(' '))).toEqual(values);
      }),
    );
  });

  it('end with the text, whatever is left open', () => {
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(shellWords(text))));
    expect(shellWords(`a "b c`)).toEqual(['a', 'b c']);
  });
});
