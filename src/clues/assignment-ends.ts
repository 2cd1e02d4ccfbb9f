import { foretells, withParts } from '../model/index.ts';
import type { AssignmentEnd, Path, Remedy, Sign, Values } from '../model/index.ts';
import { roads } from './roads.ts';
import { newest, soonMs, span } from './times.ts';

/** What cures a missing assignment that was made for a time. Its clues are called so in each cause that has it. */
export const renewAssignment: Remedy = {
  id: 'renew-assignment',
  who: 'org-admin',
  effect: 'grants-access',
  setup: '/lightning/setup/PermSets/home',
  provedBy: ['assignment-ended'],
  onlyBy: ['assignment-ended', 'assignment-ends'],
};

const isSame = (one: Path, other: Path): boolean => one.via === other.via && one.name === other.name;

/** The assignment that ended last, of those that are over and carried what is missing now. */
export const lastEnded = (
  ends: readonly AssignmentEnd[],
  now: string,
  carried: (end: AssignmentEnd) => boolean,
): AssignmentEnd | undefined => {
  const over = ends.filter((end) => span(end.endsAt, now) >= 0 && carried(end));
  const last = newest(over.map(({ endsAt }) => endsAt));
  return over.find(({ endsAt }) => endsAt === last);
};

/** Whether one of these roads is the assignment's. */
export const leadsBy = (paths: readonly Path[], { path }: AssignmentEnd): boolean =>
  paths.some((one) => isSame(one, path));

/** Foretells the day on which the last of the roads ends; nothing where one has no end, or none is near. */
export const endOfRoads = (
  paths: readonly Path[],
  ends: readonly AssignmentEnd[],
  now: string,
  values: Values = {},
): Sign | undefined => {
  const endOf = (path: Path): string | undefined =>
    newest(ends.filter((end) => isSame(path, end.path)).map(({ endsAt }) => endsAt));
  const last = paths.every((path) => endOf(path) !== undefined) ? newest(paths.map(endOf)) : undefined;
  if (last === undefined || span(now, last) <= 0 || span(now, last) > soonMs) return undefined;
  return withParts({ roads: roads(paths) }, foretells(last, { ...values, on: last }));
};
