/** The part of a message's sender that is judged. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
}

/** True when a message or port comes from one of our own pages: same extension, and a page of its origin. */
export function isOwnPage(
  sender: Sender | undefined,
  own: { readonly id: string; readonly origin: string },
): boolean {
  return sender?.id === own.id && sender.url !== undefined && sender.url.startsWith(own.origin);
}
