import { expect } from 'chai';
import fc from 'fast-check';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { defined, known, unknown, valueOf } from '../../src/model/index.ts';
import type { Evidence, Integration } from '../../src/model/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { gatheredScenarios } from '../support/gathered.ts';

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };
const notAsked = unknown('not-asked');

const untold = (evidence: Evidence, members: { readonly [K in keyof Integration]?: undefined }): Evidence => {
  const integration = { sourceIps: [], ...valueOf(evidence.integration), ...members };
  return { ...evidence, integration: known({ sourceIps: [], ...defined(integration) }, { place: 'asked' }) };
};

/** What a person can tell, and the evidence without it. */
const tellings: Readonly<Record<string, (evidence: Evidence) => Evidence>> = {
  'the text': (evidence) => ({ ...evidence, refusals: known([], { place: 'error-text' }) }),
  '--flow': (evidence) => untold(evidence, { flow: undefined }),
  '--login-url': (evidence) => ({
    ...untold(evidence, { loginUrl: undefined }),
    ...{ loginHost: notAsked, clockSkew: notAsked, keyProbe: notAsked },
  }),
  '--source-ip': (evidence) => untold(evidence, { sourceIps: undefined }),
  '--jwt-key-file': (evidence) => ({ ...evidence, keyFile: notAsked }),
};
const names = Object.keys(tellings);

const without = (evidence: Evidence, left: readonly string[]): Evidence =>
  left.reduce((all, name) => tellings[name]?.(all) ?? all, evidence);

const firstRoot = (evidence: Evidence): string => {
  const [first] = diagnose({ evidence, causes, speaker, cost }).findings.filter(({ role }) => role === 'root');
  return first?.standing === 'confirmed' ? first.cause : 'undecided';
};

describe('law 12: more never hurts', function () {
  this.timeout(600_000);

  it('a cause that is confirmed stays so, and first, where the text or a true flag is told as well', async () => {
    const gathered = await gatheredScenarios();
    fc.assert(
      fc.property(
        fc.constantFrom(...gathered),
        fc.subarray(names),
        fc.constantFrom(...names),
        ({ id, evidence }, left, told) => {
          const rest = left.filter((name) => name !== told);
          const less = firstRoot(without(evidence, [...rest, told]));
          if (less === 'undecided') return;
          expect(firstRoot(without(evidence, rest)), `${id}, without ${rest.join(', ')}: ${told} was told`).to.equal(
            less,
          );
        },
      ),
      { numRuns: 400 },
    );
  });
});
