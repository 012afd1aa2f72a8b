/**
 * The first name that stands twice in one object of a JSON text, at any depth, or undefined. `JSON.parse` silently keeps
 * the last one, so that a header can be read in two ways (RFC 7515 section 4). The text must be valid JSON.
 */
export function repeatedName(json: string): string | undefined {
  const objects: (Set<string> | undefined)[] = [];
  for (let index = 0; index < json.length; index++) {
    const character = json[index];
    if (character === '{') objects.push(new Set());
    else if (character === '[') objects.push(undefined);
    else if (character === '}' || character === ']') objects.pop();
    else if (character === '"') {
      const end = endOfString(json, index);
      if (isName(json, end)) {
        const name = JSON.parse(json.slice(index, end)) as string;
        const names = objects.at(-1);
        if (names?.has(name)) return name;
        names?.add(name);
      }
      index = end - 1;
    }
  }
  return undefined;
}

/** Index after the closing quote of the string that opens at `start`. */
function endOfString(json: string, start: number): number {
  let index = start + 1;
  while (index < json.length && json[index] !== '"') index += json[index] === '\\' ? 2 : 1;
  return index + 1;
}

function isName(json: string, end: number): boolean {
  let index = end;
  while (index < json.length && ' \t\r\n'.includes(json[index] as string)) index++;
  return json[index] === ':';
}
