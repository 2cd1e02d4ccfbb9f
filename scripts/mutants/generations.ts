import { readFileSync, realpathSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Lets one process load the sources below a folder anew, as often as it likes, and the packages once. */
export const generationsBelow = (folder: string) => {
  const below = pathToFileURL(`${realpathSync(folder)}${path.sep}`).href;
  const javascript = new Map<string, string>();
  let generation = 0;

  const javascriptOf = (file: string): string => {
    const source = javascript.get(file) ?? stripTypeScriptTypes(readFileSync(file, 'utf8'));
    javascript.set(file, source);
    return source;
  };

  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      return found.url.startsWith(below) ? { ...found, url: `${found.url}?generation=${generation}` } : found;
    },
    load(url, context, next) {
      const { pathname, search } = new URL(url);
      return search.startsWith('?generation=') && pathname.endsWith('.ts')
        ? { format: 'module', source: javascriptOf(fileURLToPath(url)), shortCircuit: true }
        : next(url, context);
    },
  });
  return {
    next: () => {
      generation += 1;
    },
  };
};
