import type { Provider } from 'oidc-provider';

/** What oidc-provider says that it did; `error` where it refused. */
export interface ProviderEvent {
  readonly event: 'authorization' | 'token' | 'logout';
  readonly error?: string;
}

const KEPT = 500;

/** What the providers of one sandbox say that they did, in order, whatever a browser shows of it. */
export class ProviderLog {
  readonly #events: ProviderEvent[] = [];

  /** Notes what this provider does from now on. */
  follow(provider: Provider): void {
    const succeeded = (event: ProviderEvent['event']) => () => this.#add({ event });
    const failed =
      (event: ProviderEvent['event']) =>
      (_ctx: unknown, { error }: { readonly error?: string }) =>
        this.#add({ event, error: error ?? 'server_error' });
    provider.on('authorization.success', succeeded('authorization'));
    provider.on('authorization.error', failed('authorization'));
    provider.on('grant.success', succeeded('token'));
    provider.on('grant.error', failed('token'));
    provider.on('end_session.success', succeeded('logout'));
  }

  /** What was noted since the last time, oldest first. */
  take(): readonly ProviderEvent[] {
    return this.#events.splice(0);
  }

  #add(event: ProviderEvent): void {
    this.#events.push(event);
    if (this.#events.length > KEPT) this.#events.shift();
  }
}
