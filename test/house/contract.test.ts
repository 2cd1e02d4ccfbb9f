import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { gatheredScenarios } from '../support/gathered.ts';

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

describe('law 10: contract', function () {
  this.timeout(300_000);

  it('every diagnosis is what the schema says, and plain data', async () => {
    const validate = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync('schemas/auth-doctor.json', 'utf8')) as object,
    );
    for (const { id, evidence } of await gatheredScenarios()) {
      const diagnosis = diagnose({ evidence, causes, speaker, cost });
      const plain: unknown = JSON.parse(JSON.stringify(diagnosis));
      expect(plain, id).to.deep.equal(diagnosis);
      expect(validate(plain), `${id}: ${JSON.stringify(validate.errors)}`).to.equal(true);
    }
  });
});
