import type { CausePage } from '../model/index.ts';
import { causePage } from '../report/explain/cause-page.ts';
import { words } from './catalogue.ts';
import { causeOf } from './cause-of.ts';

/**
 * The page of a cause: what it means, why it happens, how Salesforce says it, what cures it and who must act, how to verify.
 * Undefined where no cause has this id.
 */
export const explain = (id: string): CausePage | undefined => {
  const cause = causeOf(id);
  return cause === undefined ? undefined : causePage(cause, words);
};
