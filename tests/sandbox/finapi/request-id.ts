import { randomUUID } from 'node:crypto';
import type { Context, Env, MiddlewareHandler } from 'hono';

const MAX_LENGTH = 255;

/** Sends every request's id back, or one of its own; one that is too long ends the request. */
export function requestIds<E extends Env>(refuse: (c: Context<E>) => Response): MiddlewareHandler<E> {
  return async (c, next) => {
    const id = c.req.header('x-request-id') ?? '';
    const isTooLong = id.length > MAX_LENGTH;
    c.header('X-Request-Id', id === '' || isTooLong ? `selfgen-${randomUUID()}` : id);
    if (isTooLong) return refuse(c);
    return next();
  };
}

/** What a request id that is too long is told. */
export const REQUEST_ID_TOO_LONG = `X-Request-Id must not be longer than ${MAX_LENGTH} characters.`;
