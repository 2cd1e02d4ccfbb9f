import type { Letters } from '../reading/letters.ts';
import { readMembers } from './members.ts';
import type { Family, Member } from './members.ts';

/** A refusal as its carrier gives it: code and text, or one of them alone. */
export type Pair = {
  readonly family: Family;
  readonly code?: string;
  readonly text?: string;
  /** The code is all that the object holds. */
  readonly closed?: true;
  readonly start: number;
  readonly end: number;
};

const nearEnough = 400;

/** A word that can be a code: no blanks, and not a status number. */
const isCode = (value: string): boolean =>
  /^[A-Za-z][A-Za-z0-9_:.-]{2,79}$/u.test(value) && !/^(?:true|false|null|error|undefined)$/iu.test(value);

/** OAuth servers other than Salesforce, and vendors, also put a `message` beside the `error`. */
const sameFamily = (code: Member, text: Member): boolean =>
  code.family === text.family ||
  (code.family === 'oauth' && text.family === 'rest' && /^[a-z]+(?:_[a-z]+)+$/iu.test(code.value));

const pairOf = (a: Member, b: Member): Pair | undefined => {
  const [code, text] = a.role === 'code' ? [a, b] : [b, a];
  const together =
    code.role === 'code' &&
    text.role === 'text' &&
    sameFamily(code, text) &&
    isCode(code.value) &&
    b.start >= a.start &&
    b.start - a.end < nearEnough;
  return together
    ? {
        family: code.family,
        code: code.value.replace(/^[A-Za-z]{1,12}:(?=[A-Z])/u, ''),
        text: text.value,
        start: a.start,
        end: Math.max(a.end, b.end),
      }
    : undefined;
};

const closes = /^\\{0,8}["']\s{0,12}\}/u;

const alone = (member: Member, source: string): Pair | undefined => {
  const { family, start, end } = member;
  if (member.role === 'text') return family === 'oauth' ? { family, text: member.value, start, end } : undefined;
  if (family === 'rest' || !isCode(member.value)) return undefined;
  const closed = closes.test(source.slice(end, end + 24));
  return { family, code: member.value, ...(closed ? { closed } : {}), start, end };
};

/**
 * Code and text that stand together: `error` with `error_description`, `errorCode` with `message`, the two of a SOAP fault;
 * in JSON of any depth of escaping, Python and Ruby and PHP dumps, forms and URLs, XML, Java's `toString`.
 */
export const readPairs = (letters: Letters): Pair[] => {
  const members = readMembers(letters).filter((member) => member.role !== 'uri');
  const pairs: Pair[] = [];
  let at = 0;
  while (at < members.length) {
    const here = members[at];
    const next = members[at + 1];
    const pair = here === undefined || next === undefined ? undefined : pairOf(here, next);
    const single = here === undefined || pair !== undefined ? undefined : alone(here, letters.source);
    if (pair !== undefined) pairs.push(pair);
    else if (single !== undefined) pairs.push(single);
    at += pair === undefined ? 1 : 2;
  }
  return pairs;
};
