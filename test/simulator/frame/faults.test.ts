import { expect } from 'chai';
import { startSimulator } from '../../../simulator/index.ts';
import type { Simulator } from '../../../simulator/index.ts';

const document = '/.well-known/auth-configuration';

describe('simulator: faults', () => {
  let sim: Simulator;
  beforeEach(async () => {
    sim = await startSimulator();
  });
  afterEach(() => sim.stop());

  const ask = async (host = sim.urls.login): Promise<{ status: number; type: string | null; text: string }> => {
    const response = await fetch(host + document);
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };

  it('strikes as often as asked, where asked', async () => {
    sim.faults.add({ kind: 'status', status: 503, path: /auth-configuration/, role: 'login', times: 2 });
    expect([await ask(), await ask(sim.urls.test), await ask(), await ask()].map(({ status }) => status)).to.deep.equal(
      [503, 200, 503, 200],
    );
  });

  it('answers with a status and a body of choice', async () => {
    const body = '[{"message":"Server too busy","errorCode":"SERVER_UNAVAILABLE"}]';
    sim.faults.add({ kind: 'status', status: 503, body, contentType: 'application/json;charset=UTF-8' });
    expect(await ask()).to.deep.equal({ status: 503, type: 'application/json;charset=UTF-8', text: body });
  });

  it('sends the pages that were seen in the place of an answer', async () => {
    sim.faults.add({ kind: 'html-420', times: 1 });
    sim.faults.add({ kind: 'html-maintenance', times: 1 });
    sim.faults.add({ kind: 'html-data-not-available', times: 1 });
    const [noRoute, maintenance, noData] = [await ask(), await ask(), await ask()];
    expect(noRoute.status).to.equal(420);
    expect(noRoute.text).to.match(
      /^<!DOCTYPE HTML>\n<html lang=en-US>\n<head>\n<meta charset=UTF-8>\n<title>Error Page<\/title>/,
    );
    expect(maintenance.text).to.contain(
      "We are down for maintenance.</span><br><br>Sorry for the inconvenience. We'll be back shortly.",
    );
    expect(noData.text).to.contain('id="errorTitle">Data Not Available</div>');
    expect((await ask()).status).to.equal(200);
  });

  it('cuts an answer in half', async () => {
    const whole = (await ask()).text;
    sim.faults.add({ kind: 'truncated', times: 1 });
    const cut = await ask();
    expect(cut.status).to.equal(200);
    expect(cut.text).to.equal(whole.slice(0, Math.floor(whole.length / 2)));
    expect(() => JSON.parse(cut.text) as unknown).to.throw();
  });

  it('sends the second half late', async () => {
    const whole = (await ask()).text;
    sim.faults.add({ kind: 'slow', ms: 80, times: 1 });
    const response = await fetch(sim.urls.login + document);
    const halves: string[] = [];
    for await (const chunk of response.body ?? []) halves.push(Buffer.from(chunk).toString('utf8'));
    const middle = Math.floor(whole.length / 2);
    expect(halves).to.deep.equal([whole.slice(0, middle), whole.slice(middle)]);
  });

  it('cuts the connection', async () => {
    sim.faults.add({ kind: 'reset', times: 1 });
    const outcome = await ask().then(
      () => 'answered',
      (error: unknown) => (error as { cause?: { code?: string } }).cause?.code,
    );
    expect(outcome).to.equal('ECONNRESET');
    expect(sim.log.entries[0]).not.to.have.property('status');
    expect((await ask()).status).to.equal(200);
  });

  it('forgets its faults', async () => {
    sim.faults.add({ kind: 'html-420' });
    sim.faults.clear();
    expect((await ask()).status).to.equal(200);
  });
});
