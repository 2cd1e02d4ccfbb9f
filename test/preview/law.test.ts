import { expect } from 'chai';
import fc from 'fast-check';
import { causes } from '../../src/causes/index.ts';
import { isOpen, judge } from '../../src/diagnosis/index.ts';
import type { Alteration, Facts, Path } from '../../src/model/index.ts';
import { bearsOn } from '../../src/preview/bears-on.ts';
import { lay } from '../../src/preview/lay.ts';
import { opens } from '../../src/preview/opens.ts';
import { evidence } from '../support/evidence.ts';
import { without } from '../support/without.ts';
import { access, judged, profile, type Given } from './support.ts';
import { settings, unseen, wholeWorlds, type Unseen } from './worlds.ts';

const runs = 150;

/** A session that may not see a profile's name is told its id in its place. */
const byId = (roads: readonly Path[]): readonly Path[] =>
  roads.map((road) => (road.via === 'profile' ? { via: 'profile', name: '00e000000000001AAA' } : road));

const withoutNames = (facts: Facts): Facts => {
  const { apiEnabled, apiUserOnly, twoFactorApi, passwordNeverExpires } = facts.userPermissions;
  return {
    ...facts,
    user: without(facts.user!, 'profileName'),
    userPermissions: {
      apiEnabled: byId(apiEnabled),
      apiUserOnly: byId(apiUserOnly),
      twoFactorApi: byId(twoFactorApi),
      passwordNeverExpires: byId(passwordNeverExpires),
    },
    appAccess: { paths: byId(facts.appAccess.paths), carriers: byId(facts.appAccess.carriers) },
    singleSignOn: byId(facts.singleSignOn),
    anyApiAuth: byId(facts.anyApiAuth),
    approveUninstalled: byId(facts.approveUninstalled),
  };
};

const whole = (facts: Facts): Given => ({
  facts,
  roads: [{ ...profile, name: facts.user!.profileName! }, access],
});

/** The same login, seen less of. */
const part = (facts: Facts, { facts: hidden, ...names }: Unseen): Given => {
  const { flow, client, ...integration } = facts.integration;
  const { developerName, ...app } = facts.app!;
  const named: Facts = {
    ...facts,
    app: { ...app, ...(names.developerName || developerName === undefined ? {} : { developerName }) },
    integration: {
      ...integration,
      ...(names.flow || flow === undefined ? {} : { flow }),
      ...(names.client || client === undefined ? {} : { client }),
    },
  };
  return { facts: names.profileName ? withoutNames(named) : named, hide: hidden };
};

const verdict = (change: readonly Alteration[], given: Given): string => judged(change, given).verdict;

/** Of logins that go well today: of the others a change tells little. */
const holds = (law: (seen: Seen) => void): void =>
  fc.assert(
    fc.property(wholeWorlds, unseen, fc.array(settings, { minLength: 1, maxLength: 3 }), (facts, hidden, change) => {
      const all = whole(facts);
      fc.pre(verdict([], all) === 'goes-on');
      law({ all, some: part(facts, hidden), change });
    }),
    { numRuns: runs },
  );

type Seen = { readonly all: Given; readonly some: Given; readonly change: readonly Alteration[] };

describe('the law of a preview', function () {
  this.timeout(60_000);

  it('says of nothing that it goes on that whoever sees more says is refused', () => {
    holds(({ all, some, change }) => {
      if (verdict(change, some) === 'goes-on') expect(verdict(change, all)).to.not.equal('refused');
    });
  });

  it('says of nothing that it is refused that whoever sees more says goes on', () => {
    holds(({ all, some, change }) => {
      if (verdict(change, some) === 'refused') expect(verdict(change, all)).to.not.equal('goes-on');
    });
  });

  it('knows of every setting by which causes it can refuse a login', () => {
    fc.assert(
      fc.property(wholeWorlds, settings, (facts, setting) => {
        const edit = { setting, element: setting.set };
        const standing = { evidence: evidence(facts), roads: [profile, access] };
        const { evidence: after } = lay(standing, [edit], []);
        const opened = opens(standing.evidence, setting);
        for (const cause of causes.filter(({ blocks }) => blocks)) {
          const [before, then] = [judge(cause, standing.evidence), judge(cause, after)];
          const isWorse = isOpen(before) && !isOpen(then) && then.standing !== 'undecided';
          if (isWorse) expect([bearsOn(edit, cause), opened], cause.id).to.deep.equal([true, false]);
        }
      }),
      { numRuns: runs },
    );
  });
});
