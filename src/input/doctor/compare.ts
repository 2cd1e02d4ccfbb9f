import { Trouble } from '../../model/index.ts';
import type { LoginStore } from '../stored-login.ts';
import { checkStored } from '../target-org.ts';
import { checkRules, type FlagRule } from '../flag-rules.ts';

/** The flags of a comparison, as far as they are checked together. */
export type CompareGiven = {
  readonly compare: string;
  readonly 'target-org'?: string | undefined;
  readonly username?: string | undefined;
  readonly app?: string | undefined;
};

/** Two orgs are held against each other by a login, not by a text. */
const somebodyToLookFor: FlagRule<CompareGiven> = ({ username, app }) =>
  username === undefined && app === undefined ? new Trouble('compare-nobody') : undefined;

const twoOrgs: FlagRule<CompareGiven> = ({ compare, 'target-org': org }) =>
  compare === org ? new Trouble('compare-same', { org: compare }) : undefined;

/** Throws `Trouble` where there is nothing to compare, or no org of that name is stored here. */
export const checkComparison = async (given: CompareGiven, store: LoginStore): Promise<void> => {
  checkRules(given, [somebodyToLookFor, twoOrgs]);
  await checkStored(given.compare, store);
};
