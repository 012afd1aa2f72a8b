import { t } from '../../i18n/t.ts';
import { JWS_ALGORITHMS } from '../../jwt/algorithms.ts';
import type { VerifyOptions } from '../../jwt/verify-types.ts';
import type { TokenExpectations } from './token-expectations.ts';

/** What the reader set for a verification, as text; empty where nothing was set. */
export interface VerifyChoices {
  /** The instant at which to verify: a date and time, or seconds since the epoch. */
  readonly now: string;
  /** Seconds by which clocks may differ. */
  readonly tolerance: string;
  /** Allowed algorithms, separated by commas or spaces. */
  readonly algorithms: string;
  /** The payload of a detached token. */
  readonly payload: string;
}

interface ReadOptions {
  readonly options: VerifyOptions;
  /** What is wrong with a field, in a sentence. */
  readonly faults: Readonly<Partial<Record<keyof VerifyChoices, string>>>;
}

/** Reads what was typed. A field that cannot be read counts as empty and says so. */
export function readOptions(choices: VerifyChoices, expected: TokenExpectations): ReadOptions {
  const now = readInstant(choices.now);
  const tolerance = readSeconds(choices.tolerance);
  const algorithms = choices.algorithms.split(/[\s,]+/).filter(Boolean);
  const unknown = algorithms.find((name) => !Object.hasOwn(JWS_ALGORITHMS, name));
  const audiences = expected.audience.split(/\s+/).filter(Boolean);
  return {
    options: {
      ...(now === undefined || Number.isNaN(now) ? {} : { now }),
      ...(tolerance === undefined || Number.isNaN(tolerance) ? {} : { clockTolerance: tolerance }),
      ...(algorithms.length > 0 && unknown === undefined ? { algorithms } : {}),
      ...(expected.issuer === '' ? {} : { issuer: expected.issuer }),
      ...(audiences.length === 0 ? {} : { audience: audiences }),
      ...(expected.nonce === '' ? {} : { nonce: expected.nonce }),
      ...(choices.payload === '' ? {} : { payload: choices.payload }),
    },
    faults: {
      ...(Number.isNaN(now) ? { now: t('tokenVerifyAtFault') } : {}),
      ...(Number.isNaN(tolerance) ? { tolerance: t('tokenToleranceFault') } : {}),
      ...(unknown === undefined
        ? {}
        : {
            algorithms: t(
              'tokenAlgorithmsFault',
              unknown.slice(0, 40),
              Object.keys(JWS_ALGORITHMS).join(', '),
            ),
          }),
    },
  };
}

/** Milliseconds since the epoch; undefined for no text, NaN for text that is no instant. */
export function readInstant(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (/^\d{1,11}$/.test(trimmed)) return Number(trimmed) * 1_000;
  if (/^\d{12,14}$/.test(trimmed)) return Number(trimmed);
  if (!/^\d{4}-\d\d-\d\d/.test(trimmed)) return Number.NaN;
  return new Date(trimmed.replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T')).getTime();
}

function readSeconds(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}
