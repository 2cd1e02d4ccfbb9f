import { defined } from '../../model/index.ts';
import type { CauseId, FailureGroup, FailureStatus } from '../../model/index.ts';
import { readingOf } from '../piece.ts';
import { inOrder, type Counter } from './shares.ts';

/** What the status book makes of each status, most rows first. An unknown one stands as it is shown. */
export const statusesOf = (statuses: Counter): readonly FailureStatus[] =>
  inOrder(statuses).map(({ value, rows }) => {
    const { recognised, decides, suspects } = readingOf(value);
    return { status: value, recognised, suspects, rows, ...defined({ decides }) };
  });

/** The causes that the statuses point at: those that a status decides first, else in the order of the rows and of the status book. */
export const causesOf = (
  statuses: readonly FailureStatus[],
  titleOf: (id: CauseId) => string,
): FailureGroup['causes'] => {
  const decided = new Set(statuses.flatMap(({ decides }) => decides ?? []));
  const suspected = new Set(statuses.flatMap(({ suspects }) => suspects));
  return [...new Set([...decided, ...suspected])].map((id) => ({ id, title: titleOf(id), decided: decided.has(id) }));
};

/** Of those that no status decides, the one that somebody brought about just then goes first. */
export const broughtAboutFirst = (
  causes: FailureGroup['causes'],
  isBroughtAbout: (id: CauseId) => boolean,
): FailureGroup['causes'] => {
  const weight = ({ id, decided }: FailureGroup['causes'][number]): number =>
    decided ? 2 : Number(isBroughtAbout(id));
  return causes.toSorted((a, b) => weight(b) - weight(a));
};
