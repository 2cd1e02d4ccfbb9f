import type { Actor, Advice, Cause, Remedy } from '../model/index.ts';

/** Whether it passes without anyone changing anything. Where only some of its signs tell that, a wording alone does not. */
export const passes = ({ transient = false }: Cause): boolean => transient === true;

/** A wording alone is no evidence of an org, which some remedies need. */
const isForWording = ({ who, onlyBy }: Remedy): boolean => who !== 'nobody' && onlyBy?.includes('said') !== false;

/** Who must act first; `nobody` where it passes. */
export const whoActs = (cause: Cause): Actor =>
  (passes(cause) ? undefined : cause.remedies.find(isForWording)?.who) ?? 'nobody';

const pages: ReadonlySet<Actor> = new Set(['org-admin', 'salesforce']);

/** From the likeliest cause; none: nothing is known that a retry or an admin could cure. */
export const adviceFor = (likeliest: Cause | undefined): Advice => {
  if (likeliest === undefined) return 'stop';
  if (passes(likeliest)) return 'retry';
  return pages.has(whoActs(likeliest)) ? 'page-admin' : 'stop';
};
