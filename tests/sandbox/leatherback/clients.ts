import { randomBytes } from 'node:crypto';

/** A third-party provider registered at the Leatherback sandbox. */
export interface LeatherbackClient {
  readonly id: string;
  /** Leatherback calls it a certificate; it is a password. */
  readonly certificate: string;
  readonly callbackUrl: string;
}

/** The registered client that exists from the start; its id is the one of Leatherback's sample request. */
export const LEATHERBACK_CLIENT = {
  id: 'D464C9D7862744839A583821379DF260',
  certificate: 'leatherback-sandbox-certificate',
} as const;

/** The clients of one running sandbox. */
export class LeatherbackClients {
  readonly #clients = new Map<string, LeatherbackClient>();

  constructor(webhook: string) {
    this.#clients.set(LEATHERBACK_CLIENT.id, { ...LEATHERBACK_CLIENT, callbackUrl: webhook });
  }

  find(id: string): LeatherbackClient | undefined {
    return this.#clients.get(id);
  }

  register(certificate: string, callbackUrl: string): LeatherbackClient {
    const client = { id: randomBytes(16).toString('hex').toUpperCase(), certificate, callbackUrl };
    this.#clients.set(client.id, client);
    return client;
  }
}
