/** A request as a page can be told of it. */
export interface FrameOrder {
  readonly url: string;
  readonly method: string;
  readonly fields: readonly (readonly [string, string])[];
}

/**
 * Runs in the page around a frame, as its text: it must use nothing from outside. Finds the frame by what it once
 * loaded, or as the only one, and sends a request into it. Without an order it only looks.
 */
export async function sendIntoFrame(
  order: FrameOrder | null,
  loadedUrls: readonly string[],
): Promise<boolean> {
  const all = Array.from(document.querySelectorAll<HTMLIFrameElement>('iframe, frame'));
  const loaded = all.filter(({ src }) => loadedUrls.includes(src));
  const candidates = loaded.length > 0 ? loaded : all;
  const frame = candidates[0];
  if (!frame || candidates.length !== 1) return false;
  if (!order) return true;
  if (order.method === 'GET') {
    frame.contentWindow?.location.replace(order.url);
    return true;
  }
  // An empty document has the origin of the page around it, so that a form can be put into it.
  const emptied = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.contentWindow?.location.replace('about:blank');
  await emptied;
  const inner = frame.contentDocument;
  if (!inner) return false;
  const form = inner.createElement('form');
  form.method = 'post';
  form.action = order.url;
  form.hidden = true;
  for (const [name, value] of order.fields) {
    const field = inner.createElement('textarea');
    field.name = name;
    field.value = value;
    form.append(field);
  }
  inner.body.append(form);
  HTMLFormElement.prototype.submit.call(form);
  return true;
}
