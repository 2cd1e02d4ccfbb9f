import { SfError } from '@salesforce/core';
import { exitCodes, Trouble } from '../model/index.ts';
import type { Words } from '../words/index.ts';

/** Troubles that are not the person's: the flags were right, and the tool could not do its work. */
const notUsage: ReadonlySet<string> = new Set([
  ...['file-unusable', 'output-file-unwritable', 'rotated-token-lost', 'target-org-insecure', 'target-org-unusable'],
  ...['login-history-denied', 'login-history-unreadable', 'secret-left'],
]);

const nameOf = (key: string): string =>
  `${key.replaceAll(/(?:^|-)([a-z])/gu, (_whole, letter: string) => letter.toUpperCase())}Error`;

/**
 * Messages that hold this word make the CLI end with code 10 or print it as a fault of its own; those that hold the number of one of Salesforce's
 * own errors, `123456789-123 (1234567)`, make it end with 20.
 */
const plain = (text: string): string =>
  text.replaceAll('TypeError', 'Type Error').replaceAll(/(\d{9,}-\d{3,}) \((-?\d{7,})\)/gu, '$1 [$2]');

/** Never a secret in an error either: what a person typed may hold one. */
export type Clean = (text: string) => string;

/** The tool's own trouble as one clear `SfError` with actions; `messages/trouble.md` has its words. */
const toSfError = (trouble: Trouble, words: Words, clean: Clean): SfError => {
  const said = (name: string, value: string): string =>
    (name === 'why' ? words.find('system-errors', value) : undefined) ?? plain(clean(value));
  const values = Object.fromEntries(Object.entries(trouble.values).map(([name, value]) => [name, said(name, value)]));
  const message =
    words.find('trouble', trouble.key, values) ?? words.text('trouble', 'unforeseen', { what: trouble.key });
  const actions = words.list('trouble', `${trouble.key}.actions`, values);
  const exit = notUsage.has(trouble.key) ? exitCodes.toolFailed : exitCodes.wrongUsage;
  return new SfError(message, nameOf(trouble.key), actions, exit);
};

/** A file or folder that the system refuses, as where HOME is none. Undefined: something else. */
const refusedFile = (error: unknown): Trouble | undefined => {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error && 'path' in error)) return undefined;
  return new Trouble('file-unusable', { path: String(error.path), why: String(error.code) });
};

/** Whatever the tool trips over: a `Trouble` in its words, an `SfError` in its own, anything else as a fault of ours. */
export const asSfError = (error: unknown, words: Words, clean: Clean): SfError => {
  const trouble = error instanceof Trouble ? error : refusedFile(error);
  if (trouble !== undefined) return toSfError(trouble, words, clean);
  if (error instanceof SfError)
    return new SfError(plain(clean(error.message)), error.name, error.actions?.map(clean) ?? [], error.exitCode);
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const told = words.text('trouble', 'unforeseen', { what: plain(clean(message)) });
  const failed = new SfError(
    told,
    'UnforeseenError',
    words.list('trouble', 'unforeseen.actions'),
    exitCodes.toolFailed,
  );
  // Not as the cause: the CLI gives every TypeError in a chain the exit code 10.
  return stack === undefined ? failed : failed.setData({ stack: clean(stack) });
};
