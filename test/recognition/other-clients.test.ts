import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';

/** A text in the manner of some client, vendor or log, and the cause that should come first (or among the `first`). */
type Said = { readonly cause: string; readonly first?: number; readonly raw: string };

const cases = readFileSync(new URL('./other-clients.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Said);

describe('texts of many clients and vendors', () => {
  for (const { cause, first, raw } of cases) {
    it(`${cause}: ${raw.slice(0, 90).replaceAll(/\s+/gu, ' ')}`, () => {
      const refusals = recognizeRefusals(raw);
      expect(
        rankCauses(refusals)
          .slice(0, first ?? 1)
          .map((ranked) => ranked.cause),
      ).to.include(cause);
      expect(refusals.some(({ channel }) => channel === 'other-provider')).to.equal(
        cause === 'not-salesforce' && refusals.some(({ provider }) => provider !== undefined),
      );
    });
  }
});
