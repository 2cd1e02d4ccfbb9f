import { expect } from 'chai';
import { readEnvelope, readEnvelopeAnswer } from '../../src/evidence/org-soap.ts';
import { envelope } from './support/listening-org.ts';

const answered = (records: string): string =>
  envelope(`<readMetadataResponse><result>${records}</result></readMetadataResponse>`);

const unread = { ok: false, status: 200, trouble: 'unreachable' };

describe('readMetadata, as it travels', () => {
  it('names type and full names, and lets no name end its element', () => {
    expect(readEnvelope('s<', 'ConnectedApp', ['A', 'B & </fullNames>'])).to.match(
      /<sessionId>s&lt;<\/sessionId>.*<type>ConnectedApp<\/type><fullNames>A<\/fullNames><fullNames>B &amp; &lt;\/fullNames&gt;<\/fullNames>/u,
    );
  });

  it('gives values as texts, what repeats as a list, and what is not there as nothing', async () => {
    const one = '<records><fullName>A</fullName><x>true</x><x>007</x><label>A &amp; B</label></records>';
    expect(await readEnvelopeAnswer(200, answered(`${one}<records xsi:nil="true"/>`))).to.deep.equal({
      ok: true,
      status: 200,
      body: [{ fullName: 'A', x: ['true', '007'], label: 'A & B' }, {}],
    });
    expect(await readEnvelopeAnswer(200, answered(''))).to.deep.equal({ ok: true, status: 200, body: [] });
  });

  it('takes nothing from an answer that was cut off, or that is none', async () => {
    const whole = answered('<records><fullName>A</fullName><x>true</x></records>');
    for (let length = 0; length < whole.length; length += 7)
      expect(await readEnvelopeAnswer(200, whole.slice(0, length))).to.deep.equal(unread);
    expect(await readEnvelopeAnswer(200, '<html><body>Down</body></html>')).to.deep.equal(unread);
    expect(await readEnvelopeAnswer(200, envelope('<other/>'))).to.deep.equal(unread);
  });
});
