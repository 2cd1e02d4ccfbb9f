import { authorize } from './authorize.ts';
import { callouts } from './callouts.ts';
import { cli } from './cli.ts';
import { clientLibraries } from './client-libraries.ts';
import { clients } from './clients.ts';
import { dataCodes } from './data-codes.ts';
import { frames } from './frames.ts';
import { identity } from './identity.ts';
import { keyFile, missingFile } from './key-file.ts';
import { knownFaults } from './known-faults.ts';
import { localStore } from './local-store.ts';
import { network } from './network.ts';
import { pages } from './pages.ts';
import { rest } from './rest.ts';
import { soap } from './soap.ts';
import { tls } from './tls.ts';
import { tokenApp } from './token-app.ts';
import { tokenGrant } from './token-grant.ts';
import type { Phrase } from './phrase.ts';
import { statusPhrases } from '../status-book/phrases.ts';

export type { Hint, Phrase } from './phrase.ts';

/** Every wording that is known, in one book. Where two entries list a code, the first has it when it stands alone. */
export const phraseBook: readonly Phrase[] = [
  ...tokenGrant,
  ...tokenApp,
  ...identity,
  ...authorize,
  ...soap,
  ...rest,
  ...pages,
  ...network,
  ...tls,
  ...keyFile,
  ...missingFile,
  ...localStore,
  ...knownFaults,
  ...cli,
  ...clients,
  ...clientLibraries,
  ...callouts,
  ...frames,
  ...dataCodes,
  ...statusPhrases,
];
