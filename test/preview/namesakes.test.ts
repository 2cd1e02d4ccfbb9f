import { expect } from 'chai';
import type { Alteration, App } from '../../src/model/index.ts';
import { evidence } from '../support/evidence.ts';
import { judged, told, working } from './support.ts';

const app = working.app!;
const twin: App = { ...app, kind: 'external-client-app', id: '0xI000000000001', developerName: 'Marketing_Sync_2' };

const approved = (name: string, kind?: App['kind']): Alteration => ({
  set: 'app-enabled',
  app: name,
  value: false,
  ...(kind === undefined ? {} : { kind }),
});

describe('apps of one name', () => {
  it('are told apart by their kind, where a file names it', () => {
    expect(told([approved('Marketing_Sync', 'connected-app')])).to.match(/^refused/u);
    expect(told([approved('Marketing_Sync', 'external-client-app')])).to.equal('goes-on');
  });

  it('a file calls one by its developer name, and by hand it is called by its label too', () => {
    expect(told([approved(app.name, 'connected-app')])).to.equal('goes-on');
    expect(told([approved(app.name)])).to.match(/^refused/u);
  });

  it('where only the label is seen, what is so through each of them is said', () => {
    const either = [app, twin].map((one) => evidence({ ...working, app: one }));
    const off = (name: string, kind: App['kind']): string => {
      const { verdict, byFlow = [] } = judged([approved(name, kind)], { either });
      return [verdict, ...byFlow.map((one) => `${one.app?.developerName ?? ''} ${one.judged.verdict}`)].join(', ');
    };
    expect(off('Marketing_Sync', 'connected-app')).to.equal('untold, Marketing_Sync refused, Marketing_Sync_2 goes-on');
    expect(off('Another_App', 'connected-app')).to.equal('goes-on');
    expect(
      judged([approved('Marketing_Sync', 'connected-app'), approved('Marketing_Sync_2')], { either }).verdict,
    ).to.equal('refused');
  });

  it('where one of them may be refused today, it is not said to go on, whatever the change is about', () => {
    const strict: App = { ...twin, requiresHighAssurance: true };
    const either = [app, strict].map((one) => evidence({ ...working, app: one }));
    for (const all of [either, either.toReversed()])
      expect(judged([approved('Another_App', 'connected-app')], { either: all }).verdict).to.equal('untold');
  });

  it('a file that names none of them is about none of them, though their settings were not read', () => {
    const hidden = { hide: ['app' as const], namesakes: ['Marketing_Sync', 'Marketing_Sync_2'] };
    expect(told([approved('Another_App', 'connected-app')], hidden)).to.equal('goes-on');
    expect(judged([approved('Marketing_Sync_2', 'external-client-app')], hidden).verdict).to.equal('untold');
  });
});
