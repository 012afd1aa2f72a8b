/** The part of a message's sender that is evaluated. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
}

/** True when a message or port comes from one of our own pages: same extension, and a page of its origin. */
export function isOwnPage(
  sender: Sender | undefined,
  own: { readonly id: string; readonly origin: string },
): boolean {
  // With its slash: `scheme://id.evil/` begins like our origin does.
  const pages = own.origin.endsWith('/') ? own.origin : `${own.origin}/`;
  return sender?.id === own.id && typeof sender.url === 'string' && sender.url.startsWith(pages);
}
