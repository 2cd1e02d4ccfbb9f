import { percentDecoded } from '../../model/index.ts';

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

const character = (code: number): string => (code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' ');

/** Whether it is form-encoded: `%20` in it, or `+` where blanks should be. */
const isFormEncoded = (text: string): boolean =>
  /%[0-9A-Fa-f]{2}/u.test(text) || (/^[A-Za-z0-9_'.,-]{1,40}\+/u.test(text) && !/\s/u.test(text));

/** Printable ASCII, one blank between words, and no sign with which an escape begins. */
const isPlain = /^[!-$'-*,-[\]-~]+(?: [!-$'-*,-[\]-~]+)*$/u;

const undone = (value: string): string =>
  (isFormEncoded(value) ? percentDecoded(value.replaceAll('+', ' ')) : value)
    .replaceAll(/\\{1,64}u([0-9a-fA-F]{4})/gu, (_whole, hex: string) => character(Number.parseInt(hex, 16)))
    .replaceAll(/\\{1,64}[nrt]/gu, ' ')
    .replaceAll(/\\{1,64}(?=["'/\\`])/gu, '')
    .replaceAll(/&(?:amp;)?#(\d{1,6});/gu, (_whole, digits: string) => character(Number.parseInt(digits, 10)))
    .replaceAll(/&(?:amp;)?#x([0-9a-fA-F]{1,5});/gu, (_whole, hex: string) => character(Number.parseInt(hex, 16)))
    .replaceAll(/&([a-z]{2,4});/gu, (whole, name: string) => entities.get(name) ?? whole)
    .replaceAll(/â€™|â\u0080\u0099|[\u2018\u2019\u02bc]/gu, "'")
    .replaceAll(/[\u201c\u201d]/gu, '"')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** A value as a person would read it: percent-encoding, escapes, entities, curly quotes and doubled blanks undone. */
export const plain = (value: string): string => (isPlain.test(value) ? value : undone(value));
