import { randomUUID } from 'node:crypto';
import { isObject } from '../jwk-sets.ts';

/** A ConsentId that always exists, for a person who has not created a consent first. */
export const DEMO_CONSENT_ID = '59189091-545b-40de-93a3-4166c9ae2d90';

/** Permissions of the guide's table, and those of its sample. */
const PERMISSIONS = [
  'ReadAccountsBasic',
  'ReadAccountsDetail',
  'ReadBeneficiariesBasic',
  'ReadBeneficiariesDetail',
] as const;

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?Z$/;

/** What a consent asks for. */
export interface ConsentData {
  readonly Permissions: readonly string[];
  readonly ExpirationDateTime: string;
  readonly TransactionFromDateTime: string;
  readonly TransactionToDateTime: string;
}

/** A consent and how the person decided. */
export interface Consent extends ConsentData {
  readonly ConsentId: string;
  /** Undefined for the demo consent, which every client may use. */
  readonly clientId: string | undefined;
  readonly CreationDateTime: string;
  Status: 'AwaitingAuthorisation' | 'Authorised' | 'Rejected';
  StatusUpdateDateTime: string;
}

/** The consents of one running sandbox. */
export class Consents {
  readonly #consents = new Map<string, Consent>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
    const day = 24 * 60 * 60 * 1000;
    const data = {
      Permissions: ['ReadAccountsBasic', 'ReadAccountsDetail'],
      ExpirationDateTime: new Date(now() + 90 * day).toISOString(),
      TransactionFromDateTime: new Date(now() - 90 * day).toISOString(),
      TransactionToDateTime: new Date(now()).toISOString(),
    };
    this.#add(DEMO_CONSENT_ID, undefined, data);
  }

  create(clientId: string, data: ConsentData): Consent {
    return this.#add(randomUUID(), clientId, data);
  }

  find(id: string, clientId: string): Consent | undefined {
    const consent = this.#consents.get(id);
    return consent?.clientId === undefined || consent.clientId === clientId ? consent : undefined;
  }

  decide(consent: Consent, status: 'Authorised' | 'Rejected'): void {
    consent.Status = status;
    consent.StatusUpdateDateTime = new Date(this.#now()).toISOString();
  }

  #add(ConsentId: string, clientId: string | undefined, data: ConsentData): Consent {
    const created = new Date(this.#now()).toISOString();
    const Status = 'AwaitingAuthorisation';
    const times = { CreationDateTime: created, StatusUpdateDateTime: created };
    const consent: Consent = { ...data, ...times, ConsentId, clientId, Status };
    this.#consents.set(ConsentId, consent);
    return consent;
  }
}

/** Reads the body of a consent request, or says in a sentence what is wrong with it. */
export function readConsentData(body: unknown, now: number): ConsentData | string {
  if (!isObject(body) || !isObject(body.Data)) return 'Data is required and must be an object.';
  if (!isObject(body.Risk)) return 'Risk is required and must be an object; {} will do.';
  const { Permissions } = body.Data;
  if (!Array.isArray(Permissions) || Permissions.length === 0) return 'Data.Permissions must not be empty.';
  const known = (name: unknown): name is string => PERMISSIONS.some((permission) => permission === name);
  if (!Permissions.every(known)) return `Data.Permissions may contain ${PERMISSIONS.join(', ')}.`;
  const { ExpirationDateTime, TransactionFromDateTime, TransactionToDateTime } = body.Data;
  const dates = { ExpirationDateTime, TransactionFromDateTime, TransactionToDateTime };
  for (const [name, value] of Object.entries(dates)) {
    if (!isInstant(value))
      return `Data.${name} must be an ISO 8601 time in UTC, like 2030-06-30T08:38:43.527Z.`;
  }
  const data = { Permissions, ...(dates as Record<keyof typeof dates, string>) };
  if (Date.parse(data.ExpirationDateTime) <= now) return 'Data.ExpirationDateTime must lie in the future.';
  if (Date.parse(data.TransactionFromDateTime) >= Date.parse(data.TransactionToDateTime)) {
    return 'Data.TransactionFromDateTime must be before Data.TransactionToDateTime.';
  }
  return data;
}

const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && ISO_INSTANT.test(value) && !Number.isNaN(Date.parse(value));
