import { randomBytes, randomUUID } from 'node:crypto';

/** After so many wrong passwords in a row a user is locked for good. */
export const MAX_LOGIN_ATTEMPTS = 5;

/** What is known of a user; the answer for a new one shows all of it, the password too. */
export interface FinapiUserData {
  readonly id: string;
  readonly password: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly isAutoUpdateEnabled: boolean;
}

/** A user and how often in a row his password was wrong. */
export interface FinapiUser extends FinapiUserData {
  wrongPasswords: number;
}

/** The users of the one client; their ids differ in more than case. */
export class FinapiUsers {
  readonly #users = new Map<string, FinapiUser>();

  /** Makes a user, with an id and a password where none is given; undefined when the id is taken. */
  create(data: Partial<FinapiUserData>): FinapiUser | undefined {
    const id = data.id ?? randomUUID();
    if (this.find(id) !== undefined) return undefined;
    const user: FinapiUser = {
      id,
      password: data.password ?? randomBytes(18).toString('base64url'),
      email: data.email ?? null,
      phone: data.phone ?? null,
      isAutoUpdateEnabled: data.isAutoUpdateEnabled ?? false,
      wrongPasswords: 0,
    };
    this.#users.set(id.toLowerCase(), user);
    return user;
  }

  find(id: string): FinapiUser | undefined {
    return this.#users.get(id.toLowerCase());
  }

  delete({ id }: FinapiUser): void {
    this.#users.delete(id.toLowerCase());
  }

  /** Checks a password, and counts. */
  authenticate(id: string, password: string): FinapiUser | 'wrong' | 'locked' {
    const user = this.find(id);
    if (user === undefined) return 'wrong';
    if (user.wrongPasswords >= MAX_LOGIN_ATTEMPTS) return 'locked';
    if (user.password === password) {
      user.wrongPasswords = 0;
      return user;
    }
    user.wrongPasswords += 1;
    return user.wrongPasswords >= MAX_LOGIN_ATTEMPTS ? 'locked' : 'wrong';
  }
}
