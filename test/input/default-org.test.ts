import { expect } from 'chai';
import { lookWithDefault } from '../../src/input/default-org.ts';
import { Trouble, type Diagnosis } from '../../src/model/index.ts';
import { cases } from '../report/cases/index.ts';
import { keyOfLater } from './trouble-key.ts';

describe('a default org that cannot be used', () => {
  const unusable = new Trouble('target-org-unusable', { org: 'prod', reason: 'expired' });
  const request = { integration: { sourceIps: [] }, targetOrg: 'prod', offline: false, probe: true, attempt: false };
  const seen = (): {
    warned: string[];
    asked: Array<string | undefined>;
    diagnose: (request: { readonly targetOrg?: string }) => Promise<Diagnosis>;
  } => {
    const asked: Array<string | undefined> = [];
    return {
      warned: [],
      asked,
      diagnose: ({ targetOrg }) => {
        asked.push(targetOrg);
        return targetOrg === undefined ? Promise.resolve(cases.healthy) : Promise.reject(unusable);
      },
    };
  };

  it('is left out, with a warning', async () => {
    const { warned, asked, diagnose } = seen();
    const diagnosis = await lookWithDefault({ request, orgAsked: false }, diagnose, (org) => warned.push(org));
    expect(diagnosis).to.equal(cases.healthy);
    expect(asked).to.deep.equal(['prod', undefined]);
    expect(warned).to.deep.equal(['prod']);
  });

  it('is the person’s business where it was asked for', async () => {
    const { warned, asked, diagnose } = seen();
    expect(
      await keyOfLater(lookWithDefault({ request, orgAsked: true }, diagnose, (org) => warned.push(org))),
    ).to.equal('target-org-unusable');
    expect(asked).to.have.length(1);
  });

  it('is looked past where it refused whoever looks and a text is there to go by: its refusal is evidence', async () => {
    const refused = new Trouble('target-org-unusable', { org: 'prod', reason: 'X', refusal: 'X' });
    const heard: Array<string | undefined> = [];
    const asking = (more: { readonly errorText?: string }) =>
      lookWithDefault(
        { request: { ...request, ...more }, orgAsked: true },
        ({ targetOrg, orgRefusal }) => {
          heard.push(orgRefusal);
          return targetOrg === undefined ? Promise.resolve(cases.healthy) : Promise.reject(refused);
        },
        () => undefined,
      );
    expect(await asking({ errorText: 'some' })).to.equal(cases.healthy);
    expect(heard).to.deep.equal([undefined, 'X']);
    expect(await keyOfLater(asking({}))).to.equal('target-org-unusable');
  });

  it('never makes a second attempt', async () => {
    const { warned, asked, diagnose } = seen();
    const attempting = { request: { ...request, attempt: true }, orgAsked: false };
    expect(await keyOfLater(lookWithDefault(attempting, diagnose, (org) => warned.push(org)))).to.equal(
      'target-org-unusable',
    );
    expect(asked).to.have.length(1);
  });
});
