import { buildRequest } from '../../../../lib/calls/build-request.ts';
import { activeFields, fieldKey } from '../../../../lib/calls/field-key.ts';
import { generateValue } from '../../../../lib/calls/generate-value.ts';
import { resultsOf } from '../../../../lib/calls/results-of.ts';
import type { ClientAuthentication, StepField, StepSpec } from '../../../../lib/providers/step-types.ts';
import type { Profile } from '../../../../lib/providers/types.ts';
import { DEFAULT_PORTS, type Sandbox } from '../../../sandbox/start.ts';
import { type HttpAnswer, httpRequest } from '../../sandbox/support/http-request.ts';

/** What one run of a step adds to what the profile says. */
export interface RunOptions {
  /** Typed values, by field name. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly authentication?: ClientAuthentication;
  readonly assertion?: string;
}

/** Runs a profile's steps against a sandbox on other ports, as the Steps tab does with the data. */
export class StepRunner {
  /** What steps have given so far, by name. */
  readonly values: Record<string, string> = {};
  readonly #profile: Profile;
  readonly #sandbox: Sandbox;

  constructor(profile: Profile, sandbox: Sandbox) {
    this.#profile = profile;
    this.#sandbox = sandbox;
  }

  /** Sends a step and keeps what it gives. Throws when the step has problems that its checks find. */
  async run(id: string, options: RunOptions = {}): Promise<{ answer: HttpAnswer; json: unknown }> {
    const step = this.#step(id);
    const { authentication = step.request?.clientAuthentication?.[0], assertion } = options;
    const fields = activeFields(step, authentication);
    const values = Object.fromEntries(
      fields.map((field) => [fieldKey(field), this.#value(field, options.typed)]),
    );
    const bases = Object.fromEntries(
      Object.entries(this.#environment.bases ?? {}).map(([name, url]) => [name, this.#moved(url)]),
    );
    const built = buildRequest({ step, values, bases, authentication, assertion, now: Date.now() });
    const problems = built.problems.map(({ message }) => message);
    if (built.request === undefined || problems.length > 0) throw new Error(`${id}: ${problems.join(' ')}`);
    const { method, url, headers, body } = built.request;
    const text = (segments: readonly { text: string }[]): string =>
      segments.map((segment) => segment.text).join('');
    const answer = await httpRequest(text(url), {
      method,
      headers: Object.fromEntries(headers.map(({ name, value }) => [name, text(value)])),
      ...(body ? { body: text(body) } : {}),
    });
    const json: unknown = /json/.test(answer.header('content-type') ?? '')
      ? JSON.parse(answer.body)
      : undefined;
    for (const { name, value } of resultsOf(step, json as never, Date.now())) this.values[name] = value;
    return { answer, json };
  }

  /** Keeps what the callback of a flow carried, as a callback step names it. */
  keep(id: string, parameters: Readonly<Record<string, string>>): void {
    for (const { name, path } of this.#step(id).gives) {
      const value = parameters[path];
      if (value !== undefined) this.values[name] = value;
    }
  }

  #step(id: string): StepSpec {
    const step = this.#profile.steps?.find((one) => one.id === id);
    if (step === undefined) throw new Error(`${this.#profile.id} has no step ${id}.`);
    return step;
  }

  get #environment(): Profile['environments'][number] {
    return this.#profile.environments[0];
  }

  #value(field: StepField, typed: Readonly<Record<string, string>> = {}): string {
    const { name, from = [], generate } = field;
    if (typed[name] !== undefined) return typed[name];
    const { defaults } = this.#environment;
    const found = from.map((one) => this.values[one] ?? this.#moved(defaults[one] ?? '')).find(Boolean);
    return found ?? field.default ?? (generate ? generateValue(generate, Date.now()) : '');
  }

  /** The profile's addresses have the usual ports, the sandbox of a test has free ones. */
  #moved(text: string): string {
    const { urls, ports } = this.#sandbox;
    return text.replace(/^http:\/\/127\.0\.0\.1:(\d+)/, (whole, port: string) => {
      const name = USUAL.find(([, usual]) => usual === Number(port))?.[0];
      return name !== undefined && ports[name] !== 0 ? urls[name] : whole;
    });
  }
}

const USUAL = Object.entries(DEFAULT_PORTS) as [keyof typeof DEFAULT_PORTS, number][];
