import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { BoundedMap } from '../bounded-map.ts';
import type { SandboxContext } from '../context.ts';
import { makeAnswer } from './answers.ts';
import { CHANNELS, type Channel, type Delivery, RESPONSE_MODES, toDelivery } from './channels.ts';
import { mountFederation } from './federation.ts';
import { createJarmSigner } from './jarm.ts';
import { mountMistakes } from './mistakes.ts';
import { mountTokenEndpoints } from './token-endpoints.ts';
import { LabTokens } from './tokens.ts';
import { deliver, VIAS, type Via } from './vias.ts';

const MAX_CHAIN = 20;
const SLOW_HOPS = 2;

/** Just under Firefox's limit of a URL, and enough for any form. */
const ROOM = 1_000_000;
/** Browsers limit the headers of an answer, and with them a Location: Chromium to 256 KiB. */
const ROOM_IN_HEADER = 200_000;

/** The redirect lab: an authorization server that answers at once, in every way a redirect can be done. */
export async function lab({ urls, now }: SandboxContext): Promise<Hono> {
  const app = new Hono();
  const tokens = new LabTokens(now);
  const signer = await createJarmSigner(urls.lab, now);
  const waiting = new BoundedMap<{ delivery: Delivery; via: Via }>(100);

  const answer = async (c: Context, via: Via, channel: Channel, hops: number): Promise<Response> => {
    const { searchParams } = new URL(c.req.url);
    const redirectUri = searchParams.get('redirect_uri') ?? '';
    if (redirectUri === '') return c.text('The parameter redirect_uri is required.', 400);
    const inBody = via === 'meta' || via === 'script' || channel === 'form_post' || channel === 'jarm-form';
    const input = { state: searchParams.get('state') ?? '', room: inBody ? ROOM : ROOM_IN_HEADER };
    const made = makeAnswer(searchParams.get('answer') ?? undefined, input);
    const clientId = searchParams.get('client_id') ?? '';
    const code = made.entries.find(([name]) => name === 'code')?.[1];
    if (code !== undefined) {
      const scope = searchParams.get('scope') ?? '';
      tokens.keep(code, {
        clientId,
        redirectUri,
        scope,
        challenge: searchParams.get('code_challenge') ?? '',
      });
    }
    const target = { redirectUri, clientId };
    const delivery = await toDelivery(made, channel, target, signer);
    if (hops === 0) return deliver(c, delivery, via);
    const id = randomUUID();
    waiting.set(id, { delivery, via });
    return c.redirect(`${urls.lab}/hop/${id}/${hops}`, 302);
  };

  app.get('/authorize', async (c) => {
    const mode = c.req.query('response_mode') ?? 'query';
    const channel = Object.hasOwn(RESPONSE_MODES, mode) ? RESPONSE_MODES[mode] : undefined;
    if (channel === undefined) return c.text('This response_mode is unknown.', 400);
    return answer(c, '302', channel, 0);
  });

  app.get('/authorize/chain/:hops{[0-9]+}', async (c) => {
    const hops = Number(c.req.param('hops'));
    if (hops > MAX_CHAIN) return c.text(`At most ${MAX_CHAIN} hops: browsers stop at twenty redirects.`, 400);
    return answer(c, '302', 'query', hops);
  });

  app.get('/authorize/:via/:channel', async (c) => {
    const via = VIAS.find((name) => name === c.req.param('via'));
    const channel = CHANNELS.find((name) => name === c.req.param('channel'));
    if (via === undefined) return c.text(`The way must be one of ${VIAS.join(', ')}.`, 404);
    if (channel === undefined) return c.text(`The channel must be one of ${CHANNELS.join(', ')}.`, 404);
    return answer(c, via, channel, via === 'slow' ? SLOW_HOPS : 0);
  });

  app.get('/hop/:id/:left{[0-9]+}', (c) => {
    const { id, left } = c.req.param();
    const waited = waiting.get(id);
    if (waited === undefined) return c.text('This redirect chain is unknown or too old.', 404);
    if (Number(left) > 1) return c.redirect(`${urls.lab}/hop/${id}/${Number(left) - 1}`, 302);
    return deliver(c, waited.delivery, waited.via);
  });

  app.post('/relay/:status{307|308}', (c) => {
    return c.redirect(c.req.query('to') ?? '/', c.req.param('status') === '307' ? 307 : 308);
  });

  app.get('/jwks', (c) => c.json(signer.jwks));
  mountFederation(app, urls);
  await mountMistakes(app, urls, now);
  mountTokenEndpoints(app, urls.lab, tokens);
  return app;
}
