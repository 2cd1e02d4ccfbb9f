import { stripVTControlCharacters } from 'node:util';
import { mapStrings } from './map-strings.ts';

/**
 * Text from an org, a log or a flag may carry terminal sequences, other control characters or marks that turn the reading
 * direction: they are dropped, so that nothing but our own colours reaches a screen. Line breaks stay; a tab is four blanks.
 */
export const printable = (text: string): string =>
  stripVTControlCharacters(text)
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', '    ')
    .replaceAll(/[^\P{Cc}\n]|[\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF]/gu, '');

/** Plain data with every string in it printable. */
export const allPrintable = <T>(data: T): T => mapStrings(data, printable);
