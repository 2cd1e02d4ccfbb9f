import { isZone } from '../../loginhistory/reading/file/zone.ts';
import type { FailuresRequest } from '../../loginhistory/request.ts';
import { defined, Trouble } from '../../model/index.ts';
import { readAddress } from '../address.ts';
import { checkFailuresFlags } from './flag-rules.ts';
import { readDuration } from './duration.ts';
import type { FailuresGiven } from './given.ts';
import { checkOrder, readSince, readUntil } from './window.ts';

/** Where --threshold has no --window, and --follow no --interval. */
const usualWindow = '1h';
const usualInterval = '30s';

/** Shorter looks cost an org's daily requests and show nothing sooner. */
const shortestIntervalMs = 5000;

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
  const file = given.tally ?? given.file;
  const targetOrg = file === undefined ? (given['target-org'] ?? configuredOrg) : undefined;
  if (targetOrg === undefined && file === undefined) throw new Trouble('no-login-rows');
  const windowMs = given.window === undefined ? undefined : readDuration('--window', given.window);
  const { threshold, spike } = given;
  const [from, to] = [readSince(given.since, now), readUntil(given.until, now)];
  checkOrder(from, to);
  const intervalMs = Math.max(shortestIntervalMs, readDuration('--interval', given.interval ?? usualInterval));
  return {
    intervalMs,
    request: {
      ...defined({
        targetOrg,
        apiVersion: given['api-version'],
        file,
        zone: zone(given.zone),
        since: from,
        until: to,
        threshold:
          threshold === undefined
            ? undefined
            : { limit: threshold, windowMs: windowMs ?? readDuration('--window', usualWindow) },
        spike: spike === undefined ? undefined : { factor: factorIn(spike), ...defined({ windowMs }) },
      }),
      ...(given.tally === undefined ? {} : { tallied: true as const }),
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
