import type { Mark } from '../reading/mark.ts';

/** What Terraform prints under an error: the resource, or the provider, that it came from. */
const from =
  /\bwith (?:(?:module\.[\w-]{1,80}(?:\[[^\]\n]{1,80}\])?\.){0,6}(?:data\.)?([a-z][a-z0-9]{1,40})_\w{1,80}\.\w{1,80}|provider\["registry\.terraform\.io\/[\w-]{1,80}\/([\w-]{1,80})"\])|^([a-z][a-z0-9]{1,40})_\w{1,80}\.[\w-]{1,80}(?:\[[^\]\n]{1,80}\])?: (?:Creating|Refreshing|Reading|Modifying|Destroying)\b/gmu;

const ours = /salesforce|sfdc|force/u;

/** The system behind each Terraform provider that a text names, in its order; undefined where it is Salesforce. */
export const readTerraform = (source: string): Array<Mark<string | undefined>> =>
  [...source.matchAll(from)].map((found) => {
    const name = found[1] ?? found[2] ?? found[3] ?? '';
    const value = ours.test(name) ? undefined : `${name} (Terraform)`;
    return { value, start: found.index, end: found.index + found[0].length };
  });
