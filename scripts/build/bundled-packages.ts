const LAST_FOLDER = /^.*[/\\]node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)/;

/**
 * The folder of the installed package that a module is part of; undefined for our own modules and those that the bundler
 * makes up.
 * @param moduleId as the bundler names it: a path, perhaps with a query behind it
 */
export function packageFolder(moduleId: string): string | undefined {
  return LAST_FOLDER.exec(moduleId.replace(/^\0/, ''))?.[0].replaceAll('\\', '/');
}
