import { findObpError } from '../dauth/obp-errors.ts';
import type { Json } from '../jwt/types.ts';
import { errorMeaning } from '../oauth/error-meanings.ts';
import type { StepError, StepSpec } from '../providers/step-types.ts';
import type { Profile } from '../providers/types.ts';
import { API_ERRORS, STATUS_ERRORS } from './api-errors.ts';
import { headerValue } from './read-answer.ts';
import { valueAt } from './results-of.ts';
import type { Remark, StepAnswer } from './types.ts';

/** Members of a list of errors that are looked at. */
const MOST_ERRORS = 10;

/** UTF-16 units of a server's own words that are repeated. */
const MOST_WORDS = 500;

interface Trans {
  readonly code: string;
  /** The server's own words. */
  readonly words?: string;
}

/**
 * What an answer that is an error means, best explanation first: by the step, the provider, the Open Bank Project's codes,
 * the specifications, and at last the HTTP status. Empty when it is no error. Never throws.
 */
export function explainAnswer(
  step: Pick<StepSpec, 'errors'>,
  profile: Pick<Profile, 'errors'>,
  answer: StepAnswer,
  json: Json | undefined,
): readonly Remark[] {
  if (answer.status < 400 && valueAt(json, 'error') === undefined) return [];
  const said = saidErrors(answer, json);
  const meaningOf = (code: string): StepError | undefined =>
    own(step.errors, code) ??
    own(profile.errors, code) ??
    obpMeaning(code) ??
    own(API_ERRORS, code) ??
    errorMeaning(code);
  const status = String(answer.status);
  const byCode = said.flatMap(({ code, words }): readonly Remark[] => {
    const known = meaningOf(code);
    if (!known && !words) return [];
    return [
      {
        code: code.slice(0, MOST_WORDS),
        message: [known?.meaning, words && `The server says: ${words}`].filter(Boolean).join(' '),
        remedy:
          known?.remedy ?? 'Neither the provider’s documents nor a specification known here explain it.',
        ...(known ? { source: known.source } : {}),
      },
    ];
  });
  const byStatus = own(step.errors, status) ?? own(profile.errors, status);
  const generic = byCode.some(({ source }) => source !== undefined) ? undefined : STATUS_ERRORS[status];
  const found = byStatus ?? generic;
  const ofStatus: readonly Remark[] = found
    ? [{ code: `HTTP ${status}`, message: found.meaning, remedy: found.remedy, source: found.source }]
    : [];
  return [...byCode, ...ofStatus];
}

function own(table: Readonly<Record<string, StepError>> | undefined, code: string): StepError | undefined {
  return table && Object.hasOwn(table, code) ? table[code] : undefined;
}

function obpMeaning(code: string): StepError | undefined {
  const known = /^OBP-\d{5}$/.test(code) ? findObpError(code) : undefined;
  return known && { ...known, source: 'Open Bank Project: error messages' };
}

/** Codes as OAuth, finAPI, the Open Bank Project and WWW-Authenticate write them; each once, in order. */
function saidErrors(answer: StepAnswer, json: Json | undefined): readonly Trans[] {
  const said: Trans[] = [];
  const add = (code: Json | undefined, words: Json | undefined): void => {
    if (typeof code !== 'string' || code === '' || said.some((one) => one.code === code)) return;
    said.push({
      code,
      ...(typeof words === 'string' && words !== '' ? { words: words.slice(0, MOST_WORDS) } : {}),
    });
  };
  for (const code of obpCodes(answer.body)) add(code, valueAt(json, 'message') ?? valueAt(json, 'error'));
  const error = valueAt(json, 'error');
  if (typeof error === 'string' && !error.includes('OBP-')) add(error, valueAt(json, 'error_description'));
  const list = valueAt(json, 'errors');
  for (const entry of Array.isArray(list) ? list.slice(0, MOST_ERRORS) : []) {
    add(valueAt(entry, 'code'), valueAt(entry, 'message'));
  }
  const challenge = headerValue(answer.headers, 'www-authenticate') ?? '';
  add(
    /\berror="([^"]{1,100})"/.exec(challenge)?.[1],
    /\berror_description="([^"]{1,400})"/.exec(challenge)?.[1],
  );
  return said;
}

/** The cause stands last in a message of the Open Bank Project, so that it comes first here. */
function obpCodes(body: string): readonly string[] {
  return [...new Set(body.slice(0, 20_000).match(/OBP-\d{5}/g) ?? [])].reverse().slice(0, MOST_ERRORS);
}
