import { expect } from 'chai';
import type { Refusal } from '../../src/model/index.ts';
import { recognizeRefusals } from '../../src/recognition/index.ts';
import { clientCode } from '../../src/recognition/phrase-book/client-code.ts';
import { clientPrograms } from '../../src/recognition/phrase-book/client-programs.ts';
import { phraseBook } from '../../src/recognition/phrase-book/index.ts';
import { providers } from '../../src/recognition/phrase-book/providers.ts';
import { speakNotes } from '../../src/report/notes.ts';
import { loadWords } from '../../src/words/index.ts';

const words = loadWords();
const clients = [...clientPrograms, ...clientCode];
const idsOf = (text: string): string[] =>
  recognizeRefusals(text).flatMap(({ notes = [] }) => notes.map(({ id }) => id));
const saidOf = (text: string): string =>
  speakNotes(recognizeRefusals(text), words)
    .map(({ text: said }) => said)
    .join('\n');

describe('notes about a wording', () => {
  it('have words, all of them, and no words stand there that nothing says', () => {
    const ids = new Set([
      'talk',
      'phrase.mcp-scope',
      ...clients.map(({ id }) => `talk.${id}`),
      ...providers.flatMap(({ family }) => (family === undefined ? [] : [`family.${family}`])),
      ...phraseBook.flatMap(({ note }) => (note === undefined ? [] : [note.id])),
    ]);
    expect(words.keys('notes').toSorted()).to.deep.equal([...ids].toSorted());
  });

  it('name what the person is to type or to look at', () => {
    expect(saidOf("[REDACTED] Use 'sf org auth show-access-token' to view")).to.include(
      'sf org auth show-access-token',
    );
    expect(saidOf('RemoteOrgSignupFailed: C-1016')).to.include('SF_SCRATCH_SIGNUP_CONNECTED_APP');
    expect(saidOf('No authorization information found for ci')).to.match(/^Begin with the name/u);
    expect(saidOf('invalid_grant: invalid code verifier')).to.match(/^The client does use PKCE/u);
    expect(saidOf('soap login operation is not available in the api version specified (65.0)')).to.include('64.0');
    expect(saidOf('Unauthorized endpoint, please check Setup->Security->Remote site settings')).to.include(
      'Remote Site',
    );
    expect(saidOf('sfdx force:auth:jwt:grant is not a sfdx command')).to.include('7.84.2');
    expect(saidOf("TypeError::Cannot read properties of undefined (reading 'setContentsFromObject')")).to.include(
      '2.73.9',
    );
    expect(saidOf('POST https://auth.exacttargetapis.com/v1/requestToken 401')).to.include('Installed Packages');
    expect(saidOf('hosted MCP: {"error":"invalid_scope"}')).to.include('mcp_api');
  });

  it('are said once, however often the wording stands in the text', () => {
    expect(saidOf('C-1016\nRemoteOrgSignupFailed').split('C-1016 is about').length).to.equal(2);
  });
});

describe('a client that keeps the answer to itself', () => {
  it('is known, with the switch that makes it talk and where that is documented, for the forty commonest', () => {
    expect(clients.length).to.be.at.least(40);
    expect(new Set(clients.map(({ id }) => id)).size).to.equal(clients.length);
    for (const { id, name, marks, source } of clients) {
      expect(source, id).to.match(/^https:\/\/\S+$/u);
      const told = marks.map((mark) => {
        const text = `${mark.replace('*', '')}\nstatus code 400 https://login.salesforce.com/services/oauth2/token`;
        return recognizeRefusals(text).flatMap(({ notes = [] }) => notes.map((note) => note.values?.client));
      });
      expect(told.flat(), id).to.include(name);
    }
  });

  it('is known by a mark that stands near, up to three thousand letters away', () => {
    const marked = (length: number): string[] =>
      idsOf(`jsforce${' .'.repeat(length / 2)} status code 400 https://login.salesforce.com/services/oauth2/token`);
    expect([marked(2900), marked(3100)]).to.deep.equal([['talk.jsforce'], []]);
  });

  it('is asked only where the answer is not there', () => {
    const frame = 'AxiosError: Request failed with status code 400';
    expect(idsOf(frame)).to.deep.equal(['talk.axios']);
    expect(idsOf(`${frame} {"error":"invalid_grant","error_description":"inactive user"}`)).to.deep.equal([]);
    const [bare] = recognizeRefusals('jsforce: invalid_grant') as [Refusal];
    expect(bare.notes?.map(({ id }) => id)).to.deep.equal(['talk.jsforce']);
  });
});
