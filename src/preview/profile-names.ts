/**
 * Standard profiles have another name in metadata than in Setup; custom profiles have one name.
 * Source: https://salesforce.stackexchange.com/questions/113370/how-to-match-profile-name-to-ant-metadata-profile-name-and-vice-versa
 */
const standard: ReadonlyMap<string, string> = new Map([
  ['admin', 'system administrator'],
  ['standard', 'standard user'],
  ['readonly', 'read only'],
  ['solutionmanager', 'solution manager'],
  ['marketingprofile', 'marketing user'],
  ['contractmanager', 'contract manager'],
  ['standardaul', 'standard platform user'],
]);

/** Whether a file is of a standard profile, by its name in metadata. */
export const isStandardProfile = (named: string): boolean => standard.has(named.toLowerCase());

const english: ReadonlySet<string> = new Set(standard.values());

/**
 * Whether Setup shows a standard profile by that name in English. In another language of the org it shows another one:
 * https://help.salesforce.com/s/articleView?id=000317298&language=ja&type=1
 */
export const isEnglishName = (inSetup: string): boolean => english.has(inSetup.toLowerCase());

/** Whether both name the same profile: a name in Setup, and one in Setup or in metadata. */
export const isSameProfile = (inSetup: string, named: string): boolean => {
  const [one, other] = [inSetup.toLowerCase(), named.toLowerCase()];
  return one === other || standard.get(other) === one;
};
