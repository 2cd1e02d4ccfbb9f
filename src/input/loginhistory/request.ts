import { isZone } from '../../loginhistory/reading/file/zone.ts';
import type { FailuresRequest } from '../../loginhistory/request.ts';
import { defined, Trouble } from '../../model/index.ts';
import { readAddress } from '../address.ts';
import { readTime } from '../time.ts';
import { checkFailuresFlags } from './flag-rules.ts';
import { durationIn, readDuration } from './duration.ts';
import type { FailuresGiven } from './given.ts';

/** Where --threshold has no --window, and --follow no --interval. */
const usualWindow = '1h';
const usualInterval = '30s';

/** Shorter looks cost an org's daily requests and show nothing sooner. */
const shortestIntervalMs = 5000;

const timeIn = (flag: string, text: string, now: number): number => {
  try {
    return Date.parse(readTime(text, now));
  } catch (error) {
    if (error instanceof Trouble) throw new Trouble('when-invalid', { flag, text }, error);
    throw error;
  }
};

const since = (text: string | undefined, now: number): FailuresRequest['since'] => {
  if (text === undefined) return undefined;
  const back = durationIn(text);
  return back === undefined ? { at: timeIn('--since', text, now) } : { back };
};

const until = (text: string | undefined, now: number): number | undefined => {
  if (text === undefined) return undefined;
  const back = durationIn(text);
  return back === undefined ? timeIn('--until', text, now) : now - back;
};

/** What can be told before anything is read. */
const checkOrder = (from: FailuresRequest['since'], to: number | undefined): void => {
  if (from === undefined || to === undefined || !('at' in from) || from.at < to) return;
  throw new Trouble('window-empty', { since: new Date(from.at).toISOString(), until: new Date(to).toISOString() });
};

const factorIn = (text: string): number => {
  const factor = /^\d{1,6}(?:\.\d{1,3})?$/u.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(factor > 1)) throw new Trouble('factor-invalid', { factor: text });
  return factor;
};

const zone = (name: string | undefined): string | undefined => {
  if (name !== undefined && !isZone(name)) throw new Trouble('zone-invalid', { zone: name });
  return name;
};

const trimmed = (values: readonly string[] | undefined): readonly string[] =>
  (values ?? []).map((value) => value.trim());

export type FailuresAsked = { readonly request: FailuresRequest; readonly intervalMs: number };

/** Flags in, request out. `configuredOrg`: the CLI's default org. Throws `Trouble` on the first thing that is wrong. */
export const readFailuresRequest = (
  given: FailuresGiven,
  {
    now,
    json,
    configuredOrg,
  }: { readonly now: number; readonly json: boolean; readonly configuredOrg: string | undefined },
): FailuresAsked => {
  checkFailuresFlags(given, json);
  const targetOrg = given.file === undefined ? (given['target-org'] ?? configuredOrg) : undefined;
  if (targetOrg === undefined && given.file === undefined) throw new Trouble('no-login-rows');
  const windowMs = given.window === undefined ? undefined : readDuration('--window', given.window);
  const { threshold, spike } = given;
  const [from, to] = [since(given.since, now), until(given.until, now)];
  checkOrder(from, to);
  const intervalMs = Math.max(shortestIntervalMs, readDuration('--interval', given.interval ?? usualInterval));
  return {
    intervalMs,
    request: {
      ...defined({
        targetOrg,
        apiVersion: given['api-version'],
        file: given.file,
        zone: zone(given.zone),
        since: from,
        until: to,
        threshold:
          threshold === undefined
            ? undefined
            : { limit: threshold, windowMs: windowMs ?? readDuration('--window', usualWindow) },
        spike: spike === undefined ? undefined : { factor: factorIn(spike), ...defined({ windowMs }) },
      }),
      by: given['group-by'] ?? 'cause',
      filters: {
        usernames: trimmed(given.username),
        apps: trimmed(given.app),
        sourceIps: (given['source-ip'] ?? []).map(readAddress),
        loginTypes: trimmed(given['login-type']),
        statuses: trimmed(given.status),
      },
      now,
    },
  };
};
