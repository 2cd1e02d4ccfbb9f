import { readFile } from 'node:fs/promises';
import { defined, messageOf, Trouble } from '../model/index.ts';
import type { BaselineEntry } from '../model/index.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textIn = (entry: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = entry[name];
  if (value !== undefined && typeof value !== 'string') throw new TypeError(name);
  return value;
};

/** A day lasts until its end. */
const endOf = (until: string | undefined): string | undefined => {
  if (until === undefined) return undefined;
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(until) ? `${until}T23:59:59.999Z` : until;
  return new Date(day).toISOString();
};

/** Without a reason nothing is accepted, and what names nobody would accept everything. */
const entryOf = (entry: unknown): BaselineEntry => {
  if (!isObject(entry)) throw new TypeError('accepted');
  const [user, app, cause] = ['user', 'app', 'cause'].map((name) => textIn(entry, name));
  const reason = textIn(entry, 'reason');
  if (reason === undefined || reason.trim() === '') throw new TypeError('reason');
  if (user === undefined && app === undefined) throw new TypeError('user');
  return { reason, ...defined({ user, app, cause, until: endOf(textIn(entry, 'until')) }) };
};

/** `{ "accepted": [{ "user": ..., "app": ..., "cause": ..., "reason": ..., "until": ... }] }`. Throws `Trouble('baseline-invalid')`. */
export const readBaseline = async (path: string | undefined): Promise<readonly BaselineEntry[]> => {
  if (path === undefined) return [];
  try {
    const file: unknown = JSON.parse(await readFile(path, 'utf8'));
    const accepted = isObject(file) ? file.accepted : undefined;
    if (!Array.isArray(accepted)) throw new TypeError('accepted');
    return accepted.map(entryOf);
  } catch (error) {
    throw new Trouble('baseline-invalid', { path, why: messageOf(error) });
  }
};
