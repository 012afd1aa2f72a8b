import type { Context } from 'hono';

/** A refusal as ConnectPay's OAuth endpoints answer it. */
export function refuse(c: Context, status: 400 | 401 | 406, error: string, description: string): Response {
  c.header('Cache-Control', 'no-store');
  return c.json({ error, error_description: description }, status);
}
