/** Offers a text as a download. Needs no permission: the browser treats it like a link that somebody clicked. */
export function download(name: string, content: string | Blob, mime = 'text/plain'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: `${mime};charset=utf-8` }) : content;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has the blob by then, slow disks included.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
