/** The part of passport-openidconnect, which ships no types, that the sandbox uses. */
declare module 'passport-openidconnect' {
  interface Options {
    readonly issuer: string;
    readonly authorizationURL: string;
    readonly tokenURL: string;
    readonly clientID: string;
    readonly clientSecret: string;
    readonly callbackURL: string;
    readonly scope?: readonly string[];
  }

  interface Request {
    readonly query: Readonly<Record<string, string>>;
    readonly session: object;
  }

  type Verified = (error: Error | null, user?: object) => void;

  /** What passport sets on a strategy before it asks it. */
  interface Outcomes {
    redirect(url: string): void;
    success(user: { readonly id: string }): void;
    fail(challenge: { readonly message?: string }, status?: number): void;
    error(error: Error): void;
  }

  class Strategy {
    constructor(
      options: Options,
      verify: (issuer: string, profile: { readonly id: string }, done: Verified) => void,
    );
    authenticate(this: Strategy & Outcomes, request: Request): void;
  }

  export { Strategy };
  export default Strategy;
}
