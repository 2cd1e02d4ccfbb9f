import { valueOf } from '../../model/index.ts';
import type { AppFacts, Flow } from '../../model/index.ts';

/** The flows that an app was set up for, as far as its settings tell: those whose gates are worth a walk. */
export const flowsOf = ({ app, appOauth }: AppFacts): readonly Flow[] => {
  const oauth = valueOf(appOauth);
  const policies = valueOf(app);
  const credentials = oauth?.clientCredentialsEnabled === true && policies?.clientCredentials?.enabled !== false;
  return [
    ...(oauth?.certificate === undefined ? [] : (['jwt'] as const)),
    ...(credentials ? (['client-credentials'] as const) : []),
  ];
};
