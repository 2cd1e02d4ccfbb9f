import { expect } from 'chai';
import { outgoing, outgoingData, outgoingPlain, outgoingSentence } from '../../src/output/outgoing.ts';

const escape = String.fromCharCode(27);
const of = (...codes: number[]): string => String.fromCodePoint(...codes);

/** What a terminal obeys, or a reader does not see. */
const hostile: Readonly<Record<string, string>> = {
  'a cursor that goes up': `${escape}[2A`,
  'a screen that is cleared': `${escape}[2J${escape}[H`,
  'a title': `${escape}]0;pwned${of(7)}`,
  'a link': `${escape}]8;;https://evil.example${escape}\\`,
  'a C1 control': of(0x9b),
  'a carriage return': '\r',
  'a turned reading direction': of(0x202e),
  'an isolate': of(0x2066),
  'a blank without width': of(0x200b),
  'a joiner': of(0x200d),
  'tag characters': of(0xe0001, 0xe0061, 0xe007f),
  'a mark of byte order': of(0xfeff),
};

describe('the layer that everything goes through at the end', () => {
  for (const [what, bytes] of Object.entries(hostile))
    it(`lets no ${what} through`, () => {
      const text = `before${bytes}after`;
      const told = [outgoing(text), outgoingPlain(text), outgoingData({ deep: [text] }).deep[0] ?? ''];
      for (const one of told)
        expect(one)
          .to.match(/^before(?:.*evil.*|.*pwned.*)?after$/u)
          .and.not.include(bytes);
    });

  it('lets no sentence and no data command a pipeline, and a report alone', () => {
    const text = '::error file=a::x\n  ::set-output name=a::b\n##vso[a]b ##[c]d ##teamcity[e] a::b::c ## [f]';
    const tamed = ': :error file=a::x\n  : :set-output name=a::b\n# #vso[a]b # #[c]d # #teamcity[e] a::b::c ## [f]';
    expect([outgoingSentence(text), outgoingData(text), outgoing(text)]).to.deep.equal([tamed, tamed, text]);
  });

  it('keeps our own colours on a screen, and none in a file or in data', () => {
    const red = `${escape}[31mred${escape}[39m`;
    expect(outgoing(red)).to.equal(red);
    expect(outgoingPlain(red)).to.equal('red');
    expect(outgoingData(red)).to.equal('red');
  });

  it('keeps letters of every script, line breaks and tabs', () => {
    const text = 'Zoë, Дмитрий, 山田,\r\n\tعلي 👍\n';
    expect(outgoing(text)).to.equal(text);
  });

  it('hides a secret in what is finished', () => {
    expect(outgoing('The app "client_secret=8D9A7B6C5E4F3A2B" is not here.')).to.not.include('8D9A7B');
    expect(JSON.stringify(outgoingData({ warnings: ['password: Summer2026!'] }))).to.not.include('Summer2026');
  });
});
