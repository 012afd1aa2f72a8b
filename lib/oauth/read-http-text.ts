import { shellWords } from './shell-words.ts';

/** An HTTP request written down. */
export interface HttpText {
  readonly method: string;
  /** As written; a path alone where the request has no Host. */
  readonly url: string;
  /** Empty when there is none. */
  readonly body: string;
}

/** Reads a whole HTTP/1 request (RFC 9112 section 2.1) or a curl command; undefined when the text is neither. */
export function readHttpText(text: string): HttpText | undefined {
  const trimmed = text.trimStart();
  if (/^(?:\$\s+)?curl(?:\.exe)?\s/.test(trimmed)) return readCurl(trimmed);
  return readMessage(trimmed);
}

const START = /^([A-Z]{3,10}) (\S+)(?: HTTP\/\d(?:\.\d)?)?[ \t]*\r?\n/;

function readMessage(text: string): HttpText | undefined {
  const start = START.exec(text);
  if (!start) return undefined;
  const [line, method = '', target = ''] = start;
  const blank = /\r?\n\r?\n/.exec(text.slice(line.length - 1));
  const headEnd = blank ? line.length - 1 + blank.index : text.length;
  const body = blank ? text.slice(headEnd + blank[0].length) : '';
  const host = /^host:[ \t]*(\S+)/im.exec(text.slice(line.length, headEnd))?.[1];
  const url = target.startsWith('/') && host !== undefined ? `http://${host}${target}` : target;
  return { method, url, body };
}

const DATA = new Set([
  '-d',
  '--data',
  '--data-raw',
  '--data-binary',
  '--data-ascii',
  '--data-urlencode',
  '--json',
]);
const METHOD = new Set(['-X', '--request']);
/** Other options whose next word is a value and no URL. */
const WITH_VALUE = new Set(['-H', '--header', '-A', '-b', '-c', '-e', '-m', '-o', '-u', '-x', '--max-time']);

function readCurl(command: string): HttpText {
  const words = shellWords(command.replace(/^\$\s+/, '')).slice(1);
  const data: string[] = [];
  let method: string | undefined;
  let url = '';
  for (let at = 0; at < words.length; at++) {
    const { name, value } = option(words, at);
    if (DATA.has(name)) data.push(value);
    else if (METHOD.has(name)) method = value;
    else if (name === '--url') url = value;
    else if (!WITH_VALUE.has(name)) {
      if (url === '' && !name.startsWith('-')) url = words[at] as string;
      continue;
    }
    if (words[at] === name) at += 1;
  }
  return { method: method ?? (data.length > 0 ? 'POST' : 'GET'), url, body: data.join('&') };
}

/** An option and its value, written apart (`-d x`), joined (`-dx`) or with an equals sign (`--data=x`). */
function option(words: readonly string[], at: number): { name: string; value: string } {
  const word = words[at] as string;
  const equals = word.indexOf('=');
  if (word.startsWith('--') && equals > 0)
    return { name: word.slice(0, equals), value: word.slice(equals + 1) };
  if (/^-[A-Za-z]./.test(word)) return { name: word.slice(0, 2), value: word.slice(2) };
  return { name: word, value: words[at + 1] ?? '' };
}
