import { BoundedMap } from '../bounded-map.ts';
import type { AuthorizeRequest } from './authorize.ts';

/** States and nonces of requests that were answered: the document wants both unique for each request. */
export class SpentValues {
  readonly #values = new BoundedMap<true>();

  add({ client, state, nonce }: AuthorizeRequest): void {
    for (const value of [`state ${state}`, `nonce ${nonce}`]) this.#values.set(`${client.id} ${value}`, true);
  }

  has({ client, state, nonce }: AuthorizeRequest): boolean {
    return [`state ${state}`, `nonce ${nonce}`].some(
      (value) => this.#values.get(`${client.id} ${value}`) === true,
    );
  }
}
