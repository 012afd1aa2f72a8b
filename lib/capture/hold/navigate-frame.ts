/**
 * Runs in the page around a frame, as its text: it must use nothing from outside. Finds the frame by what it once
 * loaded, or as the only one, and takes it to a URL. Without a URL it only looks.
 * @param origin of the URL; a page of any other origin could read the URL from a violation of its own policy
 */
export function navigateFrame(url: string | null, origin: string, loadedUrls: readonly string[]): boolean {
  if (location.origin !== origin) return false;
  const all = Array.from(document.querySelectorAll<HTMLIFrameElement>('iframe, frame'));
  const loaded = all.filter(({ src }) => loadedUrls.includes(src));
  const candidates = loaded.length > 0 ? loaded : all;
  const [frame] = candidates;
  if (!frame || candidates.length !== 1) return false;
  if (url !== null) frame.contentWindow?.location.replace(url);
  return true;
}
