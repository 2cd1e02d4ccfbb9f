import { readFileSync } from 'node:fs';

/**
 * Ids that were given up, each with the id that took its place, or null. They are never used again, since people have them in
 * scripts, tickets and links.
 */
export const retired = JSON.parse(readFileSync(new URL('retired.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, string | null>
>;
