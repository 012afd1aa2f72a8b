import { t } from '../../i18n/t.ts';
import { jsonFault } from '../../jwt/json-fault.ts';
import { outline } from '../../jwt/repeated-name.ts';
import type { Json, JsonObject } from '../../jwt/types.ts';

/** A JSON object that is being written, or why it is none yet. */
export interface WrittenObject {
  readonly object?: JsonObject;
  readonly fault?: {
    /** A sentence. */
    readonly message: string;
    /** UTF-16 offset at which reading stopped. */
    readonly offset: number;
  };
}

/** Reads a JSON object as it is typed. */
export function readObjectText(text: string): WrittenObject {
  const fault = jsonFault(text);
  if (fault) return { fault: { message: t('tokenNotJson', fault.reason), offset: fault.offset } };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: { message: t('tokenNestsTooDeeply'), offset: 0 } };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { fault: { message: t('tokenNotObject'), offset: 0 } };
  }
  const [repeated] = outline(text).repeated;
  if (!repeated) return { object: value as JsonObject };
  const offset = text.lastIndexOf(JSON.stringify(repeated.name));
  return {
    object: value as JsonObject,
    fault: {
      message: t('tokenNameRepeated', repeated.name),
      offset: Math.max(0, offset),
    },
  };
}

/** The text with a member set, at its old place or at the end; unchanged when the text is no JSON object. */
export function setMember(text: string, name: string, value: Json | undefined): string {
  const { object } = readObjectText(text.trim() === '' ? '{}' : text);
  if (!object) return text;
  return writeObject({ ...object, [name]: value });
}

/** A JSON object as it is edited: indented. Members that are undefined are left out. */
export function writeObject(object: JsonObject): string {
  return JSON.stringify(object, undefined, 2);
}
