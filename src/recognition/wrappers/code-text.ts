import { plain } from './plain.ts';

const after = /["'`*)\]\s]{0,6}(?:::|[:/-])?[\s"'`*(]{0,8}/uy;

/**
 * What a client puts behind a code in the same line: `CODE: text`, `code::text`, `code / "text"`, `code (text)`.
 * Undefined where nothing readable follows.
 */
export const textAfterCode = (source: string, end: number): string | undefined => {
  after.lastIndex = end;
  const from = after.exec(source) === null ? end : after.lastIndex;
  if (source.slice(end, from).includes('\n')) return undefined;
  const line = /^[^\r\n<>{}]{0,300}/u.exec(source.slice(from, from + 300))?.[0] ?? '';
  const text = plain(line.split(/\\n|["'`*]{1,2}(?:\s|$)/u)[0] ?? '').replace(/[\s"'`*,;\])]+$/u, '');
  return /^[A-Za-z].{3,}/u.test(text) && text.includes(' ') ? text : undefined;
};

const unknownCode =
  /\b([A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,12})\b["'`\])]{0,2}\s{0,3}(?:::|:|-)\s{0,3}(?=[A-Za-z])/gu;

/** The first word in the shape of a Salesforce code that is followed by a text: what can be understood of an unknown refusal. */
export const unknownPair = (
  source: string,
): { readonly code: string; readonly text: string; readonly start: number; readonly end: number } | undefined => {
  for (const found of source.matchAll(unknownCode)) {
    const code = found[1] ?? '';
    const text = textAfterCode(source, found.index + code.length);
    if (text !== undefined) {
      return { code, text, start: found.index, end: found.index + found[0].length + text.length };
    }
  }
  return undefined;
};
