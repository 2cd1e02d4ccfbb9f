import { valueOf } from '../../model/index.ts';
import type { AccessToken, Assertion, Evidence, Fact } from '../../model/index.ts';
import { decodeAccessToken, decodeAssertion, isSignedBy, tokenIn, type HeldSecret } from '../../oauth/index.ts';

/** What may be told of the assertion that somebody gave. */
export const readAssertion = (given: HeldSecret): Promise<Assertion> => decodeAssertion(tokenIn(given(), 'assertion'));

/** What may be told of the access token that somebody gave. */
export const readAccessToken = (given: HeldSecret): Promise<AccessToken> =>
  decodeAccessToken(tokenIn(given(), 'access_token'));

/** The same, with what the certificate of the app says of its signature, where both were seen. */
export const withSignature = async (
  fact: Evidence['assertion'],
  given: HeldSecret | undefined,
  appOauth: Evidence['appOauth'],
): Promise<Fact<Assertion | undefined>> => {
  const certificate = valueOf(appOauth)?.certificate;
  if (fact.state !== 'known' || fact.value?.state !== 'decoded' || given === undefined || certificate === undefined)
    return fact;
  const matches = await isSignedBy(tokenIn(given(), 'assertion'), certificate);
  return matches === undefined
    ? fact
    : { ...fact, value: { ...fact.value, signature: matches ? 'matches' : 'differs' } };
};
