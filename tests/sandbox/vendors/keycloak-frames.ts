import { Hono } from 'hono';

const PATH = '/protocol/openid-connect';

/** The frames that Keycloak's own library loads: whether third-party cookies work, and whether the session still lives. */
export function keycloakFrames(): Hono {
  const app = new Hono();
  app.get(`${PATH}/3p-cookies/step1.html`, (c) => {
    c.header('Set-Cookie', 'gs_keycloak_3p=1; Path=/');
    return c.html('<!doctype html><script>location.href = "step2.html"</script>');
  });
  app.get(`${PATH}/3p-cookies/step2.html`, (c) => {
    const answer = (c.req.header('cookie') ?? '').includes('gs_keycloak_3p') ? 'supported' : 'unsupported';
    return c.html(`<!doctype html><script>parent.postMessage('${answer}', '*')</script>`);
  });
  app.get(`${PATH}/login-status-iframe.html`, (c) => {
    c.header('Cache-Control', 'no-store');
    const signedIn = /(^|; )gs_keycloak=/.test(c.req.header('cookie') ?? '');
    // Asked with "client session"; without a session of the client's the answer says whether there is one here.
    return c.html(`<!doctype html><script>onmessage = ({ data, source, origin }) => {
const known = String(data).split(' ')[1];
source.postMessage(known === '' && ${signedIn} ? 'changed' : 'unchanged', origin); };</script>`);
  });
  return app;
}
