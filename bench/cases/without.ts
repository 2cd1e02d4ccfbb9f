import { registerHooks } from 'node:module';
import type * as Recognition from '../../src/recognition/index.ts';

/** `owner/repo`, or the page without its query: what two cases of one client have in common. */
export const placeOf = (source: string): string =>
  /github\.com\/([^/\s]+\/[^/\s]+)/u.exec(source)?.[1]?.toLowerCase() ??
  (source.split(/[?#]/u)[0] ?? source).toLowerCase();

const key = 'without';
const folder = new URL('../../src/recognition/', import.meta.url).href;
const book = `${folder}phrase-book/index.ts`;
const end = '\n];\n';

const placeIn = (url: string | undefined): string | undefined =>
  url?.startsWith(folder) === true ? (new URL(url).searchParams.get(key) ?? undefined) : undefined;

/** The source of the phrase book, but for the entries that one place taught. */
const shortened = (source: string, place: string): string => {
  if (!source.endsWith(end)) throw new Error('The phrase book no longer ends with its list.');
  return `import { placeOf } from '${import.meta.url}';\n${source.slice(0, -end.length)}\n].filter((entry) => placeOf(entry.source) !== ${JSON.stringify(place)});\n`;
};

// A module that is imported with `?without=<place>` hands it on to those that it imports itself; the phrase book then leaves out that place.
registerHooks({
  resolve: (specifier, context, next) => {
    const resolved = next(specifier, context);
    const place = placeIn(context.parentURL);
    if (place === undefined || !resolved.url.startsWith(folder)) return resolved;
    return { ...resolved, url: `${resolved.url}?${new URLSearchParams({ [key]: place }).toString()}` };
  },
  load: (url, context, next) => {
    const loaded = next(url, context);
    const place = placeIn(url);
    if (place === undefined || !url.startsWith(book)) return loaded;
    return { ...loaded, source: shortened(Buffer.from(loaded.source as Uint8Array).toString('utf8'), place) };
  },
});

/** The recogniser as it would be, had it never seen a place: a whole second one, whose book lacks the entries that came from there. */
export const recognitionWithout = async (place: string): Promise<typeof Recognition> =>
  (await import(`${folder}index.ts?${new URLSearchParams({ [key]: place }).toString()}`)) as typeof Recognition;
