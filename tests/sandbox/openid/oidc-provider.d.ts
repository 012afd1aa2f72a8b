/** The part of oidc-provider, which ships no types, that the sandbox uses. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
  import type { JSONWebKeySet } from 'jose';

  export type StoredPayload = Record<string, unknown>;

  export interface Adapter {
    upsert(id: string, payload: StoredPayload, expiresIn?: number): Promise<void>;
    find(id: string | undefined): Promise<StoredPayload | undefined>;
    findByUserCode(userCode: string): Promise<StoredPayload | undefined>;
    findByUid(uid: string): Promise<StoredPayload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface KoaContext {
    type: string;
    body: unknown;
  }

  export interface ClientView {
    readonly clientId: string;
    readonly clientAuthMethod: string;
    grantTypeAllowed(grantType: string): boolean;
  }

  export interface Interaction {
    readonly uid: string;
    readonly prompt: { readonly name: string; readonly details: Readonly<Record<string, unknown>> };
    readonly params: Readonly<Record<string, unknown>>;
    readonly session?: { readonly accountId: string };
    readonly grantId?: string;
  }

  export interface Grant {
    addOIDCScope(scope: string): void;
    addOIDCClaims(claims: readonly string[]): void;
    save(): Promise<string>;
  }

  interface Feature {
    readonly enabled: boolean;
    readonly [option: string]: unknown;
  }

  export interface Configuration {
    readonly adapter: (model: string) => Adapter;
    readonly claims: Readonly<Record<string, readonly string[]>>;
    readonly clientBasedCORS: (ctx: KoaContext, origin: string, client: ClientView) => boolean;
    readonly cookies: {
      readonly keys: readonly string[];
      readonly names: Readonly<Record<'session' | 'interaction' | 'resume', string>>;
    };
    readonly enabledJWA: Readonly<Record<string, readonly string[]>>;
    readonly features: Readonly<Record<string, Feature>>;
    readonly findAccount: (
      ctx: KoaContext,
      id: string,
    ) => Promise<{ accountId: string; claims(): Promise<Record<string, unknown>> }>;
    readonly interactions: { readonly url: (ctx: KoaContext, interaction: Interaction) => string };
    readonly jwks: JSONWebKeySet;
    readonly pkce: { readonly required: (ctx: KoaContext, client: ClientView) => boolean };
    readonly renderError: (ctx: KoaContext, out: Record<string, string>) => Promise<void>;
    readonly loadExistingGrant?: (ctx: {
      readonly oidc: {
        readonly client: { readonly clientId: string };
        readonly session: { readonly accountId: string };
      };
    }) => Promise<Grant>;
    readonly responseTypes: readonly string[];
    readonly routes?: Readonly<Record<string, string>>;
    readonly scopes: readonly string[];
    readonly ttl: Readonly<Record<string, number>>;
  }

  interface ClientSchema {
    invalidate(message: string, code?: string): void;
  }

  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    readonly Client: { readonly Schema: { readonly prototype: ClientSchema } };
    readonly Grant: {
      new (properties: { accountId: string; clientId: string }): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
    use(
      middleware: (
        ctx: { set(header: string, value: string): void },
        next: () => Promise<void>,
      ) => Promise<void>,
    ): void;
    callback(): RequestListener;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionResult(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
      options?: { mergeWithLastSubmission?: boolean },
    ): Promise<string>;
    on(event: string, listener: (ctx: KoaContext, error: Error & { readonly error?: string }) => void): this;
  }
}
