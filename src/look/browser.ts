import type { Gathered } from '../evidence/gather.ts';
import { cliBrowser } from '../evidence/local/index.ts';
import { Trouble } from '../model/index.ts';
import type { Browser } from '../oauth/index.ts';
import type { Words } from '../words/index.ts';
import type { LookRequest } from './look.ts';
import { sentences, warn } from './tell.ts';

/** How a person is sent to the login page, where the one attempt goes by the browser. */
export const browserFor = async (
  { attempt, integration, openBrowser: open }: Pick<LookRequest, 'attempt' | 'integration' | 'openBrowser'>,
  words: Words,
): Promise<Browser | undefined> =>
  attempt && integration.flow === 'web' && open !== undefined
    ? { ...(await cliBrowser()), open, said: words.text('shell', 'browser.back') }
    : undefined;

type Hindrance = NonNullable<Gathered['hindered']>;
type Values = { readonly callback: string; readonly username: string };

const troubles: Readonly<Record<Hindrance, (values: Values) => Trouble>> = {
  'no-callback': ({ callback }) => new Trouble('browser-no-callback', { callback }),
  busy: () => new Trouble('browser-busy'),
  nobody: () => new Trouble('browser-nobody'),
  secret: () => new Trouble('browser-secret'),
  'other-user': ({ username }) => new Trouble('browser-other-user', { username }),
};

/** Says why a login in the browser told nothing, and what to do. */
export const tellHindrance = async (
  hindered: Hindrance | undefined,
  { callback = '', username = '' }: Partial<Values>,
  words: Words,
): Promise<void> => {
  if (hindered !== undefined) await warn(sentences(troubles[hindered]({ callback, username }), words));
};
