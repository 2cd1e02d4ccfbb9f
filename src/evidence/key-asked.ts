import { valueOf } from '../model/index.ts';
import type { Integration } from '../model/index.ts';
import { probeKey, type KeyProbeQuestion } from './login/index.ts';
import type { OrgFacts } from './org/index.ts';

/** The key that was sent, else the key of the app that the org knows by the name given. */
export const keyOf = ({ consumerKey }: Integration, { appOauth }: Pick<OrgFacts, 'appOauth'>): string | undefined =>
  consumerKey ?? valueOf(appOauth)?.consumerKey;

type Probed = ReturnType<typeof probeKey>;

export type Probing = {
  /** Told what is known whenever the org has answered. */
  readonly heard: (facts: OrgFacts) => void;
  /** What the host said, which is asked now where the key was not known before, or no org was. */
  readonly end: (facts: OrgFacts) => Probed;
};

/**
 * The probe, sent once: as soon as an org that answers has told the key, or has shown that its session lives, where the key is known already.
 * Before that nothing is sent: an org that cannot be used lets everything be asked anew without it.
 */
export const probing = (
  asked: Omit<KeyProbeQuestion, 'loginUrl' | 'consumerKey'>,
  integration: Integration,
): Probing => {
  let probed: Probed | undefined;
  const send = (consumerKey: string | undefined): Probed => {
    probed ??= probeKey({ ...asked, loginUrl: integration.loginUrl, consumerKey });
    return probed;
  };
  return {
    heard: (facts) => {
      const key = keyOf(integration, facts);
      if (key !== undefined) void send(key);
    },
    end: (facts) => send(keyOf(integration, facts)),
  };
};
