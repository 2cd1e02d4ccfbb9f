/** Addresses of public pages, by what Salesforce calls them. */
const helpSite = 'https://help.salesforce.com';

export const help = (id: string): string => `${helpSite}/s/articleView?id=${id}&type=5`;
export const article = (id: string): string => `${helpSite}/s/articleView?id=${id}&type=1`;
/** `release`: the number that Salesforce gives a release, such as 264; absent: the newest. */
export const releaseNote = (id: string, release?: number): string =>
  help(`release-notes.${id}.htm${release === undefined ? '' : `&release=${release}`}`);
export const solution = (id: string): string => `${helpSite}/apex/HTViewSolution?id=${id}&language=en_US`;
export const guide = (page: string): string => `https://developer.salesforce.com/docs/${page}`;
