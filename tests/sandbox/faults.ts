import type { Context, Env, Hono } from 'hono';
import { cors } from 'hono/cors';
import { isObject, parseJson } from './jwk-sets.ts';

/** What an API can be told to do wrong. */
export const FAULT_KINDS = [
  'slow',
  '500',
  'wrong-content-type',
  'expired',
  'locked',
  'ip-not-allowed',
] as const;

/** One way to fail. */
export type FaultKind = (typeof FAULT_KINDS)[number];

/** The faults that replace the answer; the others delay or relabel the one the API gives. */
export type AnsweredFault = Exclude<FaultKind, 'slow' | 'wrong-content-type'>;

/** A fault and for how many answers it lasts. */
export interface ArmedFault {
  readonly kind: FaultKind;
  readonly times: number;
  /** How long a slow answer takes. */
  readonly delay_ms: number;
}

/** Which requests can be made to fail, and what they are answered with. */
export interface FaultyApi<E extends Env> {
  isApi(path: string): boolean;
  answer(c: Context<E>, kind: AnsweredFault): Response;
  /** Waits for a slow answer; tests replace it. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

const MAX_TIMES = 1000;
const MAX_DELAY_MS = 60_000;
const DEFAULT_DELAY_MS = 3000;

/** Adds `GET` and `PUT /sandbox/fault`, which make the next answers of an API fail. Mount it before the API. */
export function mountFaults<E extends Env>(
  app: Hono<E>,
  { isApi, answer, wait = delay }: FaultyApi<E>,
): void {
  let armed: ArmedFault | undefined;
  const take = (): ArmedFault | undefined => {
    const fault = armed;
    armed = fault === undefined || fault.times <= 1 ? undefined : { ...fault, times: fault.times - 1 };
    return fault;
  };

  const headers = { allowMethods: ['GET', 'PUT'], allowHeaders: ['Content-Type'] };
  app.use('/sandbox/fault', cors({ origin: '*', ...headers }));
  app.get('/sandbox/fault', (c) => c.json(armed ?? { times: 0 }));
  app.put('/sandbox/fault', async (c) => {
    const fault = readFault(await c.req.text());
    if (typeof fault === 'string') return c.json({ error: 'invalid_fault', error_description: fault }, 400);
    armed = fault.times === 0 ? undefined : fault;
    return c.json(armed ?? { times: 0 });
  });

  app.use(async (c, next) => {
    if (c.req.method === 'OPTIONS' || !isApi(c.req.path)) return next();
    const fault = take();
    if (fault?.kind === 'slow') await wait(fault.delay_ms);
    if (fault === undefined || fault.kind === 'slow') return next();
    if (fault.kind !== 'wrong-content-type') return answer(c, fault.kind);
    await next();
    c.header('Content-Type', 'text/html; charset=utf-8');
    return undefined;
  });
}

/** Reads a fault, or says in a sentence why the text is none. */
function readFault(text: string): ArmedFault | string {
  const value = parseJson(text);
  if (!isObject(value)) return 'The body must be JSON of the form {"kind": "500", "times": 1}.';
  const kind = FAULT_KINDS.find((known) => known === value.kind);
  if (kind === undefined) return `kind must be one of ${FAULT_KINDS.join(', ')}.`;
  const { times = 1, delay_ms = DEFAULT_DELAY_MS } = value;
  if (!isCount(times, MAX_TIMES)) return `times must be a whole number from 0 to ${MAX_TIMES}.`;
  if (!isCount(delay_ms, MAX_DELAY_MS)) return `delay_ms must be a whole number from 0 to ${MAX_DELAY_MS}.`;
  return { kind, times, delay_ms };
}

const isCount = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

const delay = (milliseconds: number): Promise<unknown> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
