import { stripVTControlCharacters } from 'node:util';
import { mapStrings } from './map-strings.ts';

/**
 * What no reader sees, or what changes how the rest is read: control characters, marks of the reading direction, characters without width,
 * tags. Line breaks and tabs stay.
 */
const unseen = /[^\P{Cc}\n\r\t]|\p{Cf}|[\u034F\u115F\u1160\u2028\u2029\u3164\uFFA0]|[\u{E0000}-\u{E0FFF}]/gu;

/** Text without terminal sequences and without what is unseen in it. */
export const plain = (text: string): string =>
  stripVTControlCharacters(text)
    .replaceAll(unseen, '')
    .replaceAll(/\r(?!\n)/gu, '');

/**
 * What a pipeline takes for a command to itself, where it stands in a log: of GitHub at the start of a line, of Azure Pipelines and TeamCity
 * anywhere. Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export const withoutCommands = (text: string): string =>
  text.replaceAll(/^(\s*):(?=:[\w-]+[^:\n]*::)/gmu, '$1: ').replaceAll(/##(?=(?:vso|teamcity)?\[)/gu, '# #');

/** Colours, as our own reports have them. */
const colour = new RegExp(String.raw`(${String.fromCodePoint(27)}\[[\d;]{0,20}m)`, 'u');

/** The same for a text that is finished, whose colours are our own. */
export const plainButColours = (text: string): string =>
  text
    .split(colour)
    .map((piece, index) => (index % 2 === 1 ? piece : plain(piece)))
    .join('');

/** Text from an org, a log or a flag, for a screen: `plain`, nothing that a pipeline obeys, and a tab as four blanks. */
export const printable = (text: string): string =>
  withoutCommands(plain(text)).replaceAll('\r\n', '\n').replaceAll('\t', '    ');

/** Plain data with every string in it printable. */
export const allPrintable = <T>(data: T): T => mapStrings(data, printable);
