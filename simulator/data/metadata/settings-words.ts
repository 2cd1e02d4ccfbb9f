import type { Org } from '../../state/types.ts';

type Settings = Org['settings'];

type Words<T> = ReadonlyArray<readonly [word: string, value: T]>;

/** SecuritySettings write numbers as words. */
const expirations: Words<Settings['passwordExpiresAfterDays']> = [
  ['Never', undefined],
  ['ThirtyDays', 30],
  ['SixtyDays', 60],
  ['NinetyDays', 90],
  ['SixMonths', 180],
  ['OneYear', 365],
];
const lockouts: Words<Settings['lockoutInterval']> = [
  ['Forever', 'forever'],
  ['FifteenMinutes', 15],
  ['ThirtyMinutes', 30],
  ['SixtyMinutes', 60],
];
const attempts: Words<Settings['maxLoginAttempts']> = [
  ['NoLimit', 'NoLimit'],
  ['ThreeAttempts', 3],
  ['FiveAttempts', 5],
  ['TenAttempts', 10],
];
const timeouts: Words<Settings['sessionMinutes']> = [
  ['TwoHours', 120],
  ['FifteenMinutes', 15],
  ['ThirtyMinutes', 30],
  ['SixtyMinutes', 60],
  ['NinetyMinutes', 90],
  ['FourHours', 240],
  ['EightHours', 480],
  ['TwelveHours', 720],
  ['TwentyFourHours', 1440],
];

/** A value for which there is no word reads as the first one. */
const wordIn =
  <T>(words: Words<T>) =>
  (value: T): string =>
    words.find(([, one]) => one === value)?.[0] ?? words[0]?.[0] ?? '';

const valueIn =
  <T>(words: Words<T>) =>
  (word: string): { value: T } | undefined => {
    const found = words.find(([one]) => one === word);
    return found === undefined ? undefined : { value: found[1] };
  };

export const [expirationWord, expirationOf] = [wordIn(expirations), valueIn(expirations)];
export const [lockoutWord, lockoutOf] = [wordIn(lockouts), valueIn(lockouts)];
export const [attemptsWord, attemptsOf] = [wordIn(attempts), valueIn(attempts)];
export const [sessionTimeoutWord, sessionMinutesOf] = [wordIn(timeouts), valueIn(timeouts)];
