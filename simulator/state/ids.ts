import type { Id, Org } from './types.ts';

const suffixAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The three characters by which an 18-character id spells the case of its first 15. */
const suffix = (id: string): string => {
  let spelt = '';
  for (const start of [0, 5, 10]) {
    let bits = 0;
    for (let at = 0; at < 5; at += 1) {
      const letter = id.charAt(start + at);
      if (letter >= 'A' && letter <= 'Z') bits |= 1 << at;
    }
    spelt += suffixAlphabet.charAt(bits);
  }
  return spelt;
};

export const id18 = (id: string): Id => (id.length === 15 ? id + suffix(id) : id);

export const id15 = (id: Id): string => id.slice(0, 15);

/** Whether two ids, of 15 or 18 characters, name the same thing. */
export const sameId = (one: string, other: string): boolean => id15(one) === id15(other);

const base62 = (n: number): string => (n < 62 ? digits.charAt(n) : base62(Math.floor(n / 62)) + digits.charAt(n % 62));

/** An id as Salesforce makes them: key prefix, pod, a zero, and a number in base 62. */
export const makeId = (prefix: string, pod: string, n: number): Id =>
  id18(prefix + pod + '0' + base62(n).padStart(9, '0'));

/** The next free id of this org. */
export const nextId = (org: Org, prefix: string): Id => {
  org.lastId += 1;
  return makeId(prefix, org.pod, org.lastId);
};
