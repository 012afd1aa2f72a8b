/**
 * Copies text verbatim. Inside DevTools the asynchronous clipboard may be refused to a frame, so the older command of
 * the document is tried next. Rejects when neither worked.
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    if (!copyByCommand(text)) throw error;
  }
}

/** The event carries the text, since a textarea would change its line ends; the selection makes the event happen. */
function copyByCommand(text: string): boolean {
  const area = document.createElement('textarea');
  const focused = document.activeElement;
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  area.value = ' ';
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  document.addEventListener('copy', fill);
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
