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

/** Whether both name the same profile: a name in Setup, and one in Setup or in metadata. */
export const isSameProfile = (inSetup: string, named: string): boolean => {
  const [one, other] = [inSetup.toLowerCase(), named.toLowerCase()];
  return one === other || standard.get(other) === one;
};
