import { t } from '../../i18n/t.ts';
import type { Json } from '../../jwt/types.ts';

/** JSON as a person reads it: a string without its quotes, anything else as indented JSON text. Never throws. */
export function jsonText(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value, undefined, 2) ?? '';
  } catch {
    return t('tokenJsonTooDeep');
  }
}
