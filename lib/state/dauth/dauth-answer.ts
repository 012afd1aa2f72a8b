import type { DauthUser } from '../../dauth/header.ts';
import { findObpError, type ObpError } from '../../dauth/obp-errors.ts';
import { t } from '../../i18n/t.ts';
import { parseJson } from '../../jwt/parse-json.ts';
import type { Failure } from '../../messaging/protocol.ts';
import type { Answer } from '../shared/http-call.ts';

/** What an answer of `GET /users/current` means. */
export interface AnswerReading {
  /** Whom the server takes the caller for. */
  readonly user?: { readonly userId: string; readonly username: string; readonly provider: string };
  /** Errors that it names, the cause before what it led to. */
  readonly errors: readonly ObpError[];
  /** What is to be said beside them. */
  readonly remarks: readonly Failure[];
  /** The body, indented when it is JSON. */
  readonly body: string;
}

/** Reads an answer; `expected` is the user that the token stands for. */
export function readAnswer(answer: Answer, expected: DauthUser | undefined): AnswerReading {
  const json = parseJson(answer.body);
  if (json === undefined) return { errors: [], remarks: [notJson(answer)], body: answer.body };
  const body = JSON.stringify(json, undefined, 2);
  const user = answer.status < 400 ? readUser(json) : undefined;
  if (user) return { user, errors: [], remarks: compare(user, expected), body };
  const codes = [...new Set(answer.body.match(/OBP-\d{5}/g) ?? [])].reverse();
  const errors = codes.flatMap((code) => findObpError(code) ?? []);
  const unknown = codes.filter((code) => !findObpError(code));
  const remarks = [
    ...unknown.map(unknownCode),
    ...(codes.length === 0 ? [noCode(answer)] : []),
    ...(codes.length === 1 && codes[0] === 'OBP-20001' && answer.url.startsWith('https:')
      ? [lowerCase()]
      : []),
  ];
  return { errors, remarks, body };
}

function readUser(json: unknown): AnswerReading['user'] {
  const { user_id: userId, username, provider } = (json ?? {}) as Readonly<Record<string, unknown>>;
  return typeof userId === 'string' && typeof username === 'string' && typeof provider === 'string'
    ? { userId, username, provider }
    : undefined;
}

function compare(
  user: NonNullable<AnswerReading['user']>,
  expected: DauthUser | undefined,
): readonly Failure[] {
  if (!expected || (user.username === expected.username && user.provider === expected.provider)) return [];
  return [
    {
      code: 'other-user',
      message: t('dauthOtherUser', user.username, user.provider, expected.username, expected.provider),
      remedy: t('dauthOtherUserRemedy'),
    },
  ];
}

function notJson({ status, headers, cut }: Answer): Failure {
  const type =
    headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? t('dauthNoContentType');
  return {
    code: 'not-json',
    message: cut ? t('dauthTooLong') : t('dauthNotJson', status, type),
    remedy: t('dauthNotJsonRemedy'),
  };
}

function unknownCode(code: string): Failure {
  return {
    code: 'code-unknown',
    message: t('dauthUnknownCode', code),
    remedy: t('dauthUnknownCodeRemedy'),
  };
}

function noCode({ status }: Answer): Failure {
  return {
    code: 'no-code',
    message: t('dauthNoCode', status),
    remedy: t('dauthNoCodeRemedy'),
  };
}

function lowerCase(): Failure {
  return { code: 'lower-case', message: t('dauthLowerCase'), remedy: t('dauthLowerCaseRemedy') };
}
