import { cause } from '../clues/cause.ts';
import { appFlows } from '../clues/flows.ts';
import { isNamed } from '../clues/named.ts';
import { clue, clueWith, proves, rulesOut, suggests } from '../model/index.ts';
import type { Clue, Shape } from '../model/index.ts';

const id = 'app-wrong-consumer-key';

/** Enough of a key to tell two apart at a glance. A consumer key is no secret. */
const short = (key: string): string => (key.length <= 16 ? key : `${key.slice(0, 8)}…${key.slice(-6)}`);

/** From which character on two keys differ, counted from 1: what a mistyped one looks like is the same at both ends. */
const differsAt = (given: string, real: string): number => {
  const first = Array.from(given).findIndex((letter, index) => letter !== real[index]);
  return (first === -1 ? given.length : first) + 1;
};

const shapes: readonly Shape[] = [
  'access-token',
  'assertion',
  'auth-url',
  'certificate',
  'consumer-secret',
  'private-key',
  'refresh-token',
  'url',
  'username',
];

/**
 * Something else stands where the consumer key belongs. In the stored login it is what the CLI sends; what was given to us may be
 * mistyped for us alone, so it proves only where a wording points there. Other shapes than a secret's may be a name after all.
 */
const insteadOfKey = (shape: Shape): Clue =>
  clue(`is-${shape}`, ['swapped', 'refusals'], ({ swapped, refusals }) => {
    const found = swapped.find((one) => one.given !== 'username' && one.shape === shape);
    if (found === undefined) return undefined;
    const isSure = found.given === 'stored-login' || isNamed(refusals, id);
    return isSure && shape !== 'consumer-secret' && shape !== 'username' ? proves() : suggests();
  });

/** The beginning, and what stands round the character at which it differs from the other: else two keys that begin and end alike look the same. */
const shortAt = (key: string, at: number): string => {
  const from = Math.max(8, at - 4);
  const piece = key.slice(from, from + 7);
  if (key.length <= 16) return key;
  const [before, after] = [from > 8 ? '…' : '', from + 7 < key.length ? '…' : ''];
  return `${key.slice(0, 8)}${before}${piece}${after}`;
};

export default cause({
  id,
  gate: 'app',
  blocks: true,
  flows: appFlows,
  sources: ['oauth-errors'],
  clues: [
    clue('key', ['integration', 'appOauth'], ({ integration: { consumerKey: given }, appOauth }) => {
      const real = appOauth?.consumerKey;
      if (given === undefined || real === undefined) return undefined;
      if (given === real) return rulesOut({ given: short(given) });
      const at = differsAt(given, real);
      return proves({ given: shortAt(given, at), real: shortAt(real, at), at });
    }),
    clue('issuer', ['assertion', 'integration', 'appOauth'], ({ assertion, integration, appOauth }) => {
      const issuer = assertion?.state === 'decoded' ? assertion.issuer : undefined;
      const real = appOauth?.consumerKey;
      // Where nobody named a key, the issuer is the key that is held against the app.
      if (issuer === undefined || real === undefined || issuer === real || issuer === integration.consumerKey)
        return undefined;
      return proves({ issuer: short(issuer), real: short(real) });
    }),
    ...shapes.map(insteadOfKey),
    clue('key-unknown', ['keyProbe'], ({ keyProbe }) =>
      keyProbe.answer === 'unknown' ? suggests({ host: keyProbe.host }) : undefined,
    ),
    // The host may know a key that is another app's.
    clueWith('key-known', { needs: ['keyProbe', 'refusals', 'integration'], also: ['appOauth'] }, (facts) => {
      const { keyProbe, refusals, integration, appOauth } = facts;
      const isOther = appOauth?.consumerKey !== undefined && integration.consumerKey !== appOauth.consumerKey;
      return keyProbe.answer !== 'known' || isOther || isNamed(refusals, id)
        ? undefined
        : rulesOut({ host: keyProbe.host });
    }),
  ],
  actions: ['generateOauthStagedCredential', 'deleteApplication', 'insertApplication'],
  remedies: [
    {
      id: 'copy-key',
      who: 'integration-owner',
      effect: 'changes-credential',
      setup: '/lightning/setup/{appSettings}/home',
    },
  ],
});
