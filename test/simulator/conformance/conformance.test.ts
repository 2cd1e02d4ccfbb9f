import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { setStage } from '../auth/support.ts';
import { compare } from './compare.ts';
import { records } from './record.ts';
import { report } from './report.ts';
import { table } from './table/index.ts';

describe('conformance: what real servers answered', () => {
  it('every record stands in the table, and nothing else does', () => {
    expect(Object.keys(table).sort()).to.deep.equal(records.map(({ id }) => id).sort());
    expect(records.length).to.equal(179);
  });

  it('CONFORMANCE.md is up to date: node test/simulator/conformance/write.ts', async () => {
    expect(readFileSync(new URL('../../../simulator/CONFORMANCE.md', import.meta.url), 'utf8')).to.equal(
      await report(),
    );
  });

  for (const record of records) {
    const replay = table[record.id];
    if (replay === undefined || 'not' in replay) continue;
    it(`${record.id}: ${replay.situation}`, async () => {
      const stage = await setStage();
      try {
        const reply = await replay.ask(stage);
        compare(record, reply, replay, replay.swap?.(stage) ?? []);
      } finally {
        await stage.sim.stop();
      }
    });
  }
});
