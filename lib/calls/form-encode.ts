/** A text as application/x-www-form-urlencoded writes it (RFC 6749 appendix B). Never throws. */
export function formEncode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}
