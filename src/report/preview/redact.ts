import type { Preview } from '../../model/index.ts';
import { named, namedApp, namedLogin } from '../pseudonyms/identity.ts';
import { ours } from '../pseudonyms/ours.ts';
import type { Redactor } from '../pseudonyms/redactor.ts';

/** Members of a preview that hold words of our own, or stand in the files of the repo. */
const words: ReadonlySet<string> = new Set([
  ...ours,
  'verdict',
  'title',
  'meaning',
  'steps',
  'risk',
  'element',
  'rule',
  'level',
  'loginType',
  'file',
]);

/** A preview with a pseudonym, the same in all that the redactor hides, for every user, org, host, address, app and id. */
export const pseudonymisedPreview = (preview: Preview, by: Redactor): Preview => {
  const { targetOrg, integrations } = preview;
  by.learn([
    ...namedLogin(targetOrg?.username, targetOrg?.alias),
    ...integrations.flatMap(({ integration: { user, app } }) => [...named('user', user), ...namedApp(app)]),
  ]);
  return by.data(preview, words);
};
