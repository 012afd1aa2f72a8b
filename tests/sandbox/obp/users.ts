import { randomUUID } from 'node:crypto';

/** A role of a user, at one bank or at none. */
export interface Entitlement {
  readonly entitlement_id: string;
  readonly role_name: string;
  readonly bank_id: string;
}

/** Somebody who calls, or is given access. */
export interface ObpUser {
  readonly user_id: string;
  readonly provider: string;
  /** OBP uses one value for both username and provider_id. */
  readonly username: string;
  readonly entitlements: Entitlement[];
}

/** The user of OBP's own samples, who has no access until somebody grants it. */
export const SAMPLE_USER_ID = '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1';

/** The role with which one may give any role to anybody. */
export const CAN_CREATE_ENTITLEMENT = 'CanCreateEntitlementAtAnyBank';

/** The users of one running server; provider and username together are unique. */
export class ObpUsers {
  readonly #users = new Map<string, ObpUser>();
  /** A person who holds the account and calls with a Bearer token. */
  readonly accountHolder: ObpUser;

  constructor(provider: string) {
    this.#add({ user_id: SAMPLE_USER_ID, provider, username: 'felixsmith', entitlements: [] });
    this.accountHolder = this.getOrCreate(provider, 'account-holder');
    this.entitle(this.accountHolder, CAN_CREATE_ENTITLEMENT, '');
  }

  find(userId: string): ObpUser | undefined {
    return [...this.#users.values()].find(({ user_id }) => user_id === userId);
  }

  getOrCreate(provider: string, username: string): ObpUser {
    const known = this.#users.get(keyOf(provider, username));
    return known ?? this.#add({ user_id: randomUUID(), provider, username, entitlements: [] });
  }

  entitle(user: ObpUser, role_name: string, bank_id: string): Entitlement {
    const entitlement = { entitlement_id: randomUUID(), role_name, bank_id };
    user.entitlements.push(entitlement);
    return entitlement;
  }

  #add(user: ObpUser): ObpUser {
    this.#users.set(keyOf(user.provider, user.username), user);
    return user;
  }
}

/** Whether a user has a role. */
export function hasRole({ entitlements }: ObpUser, role: string, bank: string): boolean {
  return entitlements.some(({ role_name, bank_id }) => role_name === role && bank_id === bank);
}

const keyOf = (provider: string, username: string): string => JSON.stringify([provider, username]);
