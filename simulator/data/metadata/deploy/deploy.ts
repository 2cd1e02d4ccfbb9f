import type { Act } from '../../../state/admin.ts';
import { nextId } from '../../../state/ids.ts';
import type { DeployedComponent, Deployment, Id, Org, Switches } from '../../../state/types.ts';
import { metadataType } from '../../schema/metadata.ts';
import type { Component, Elements, Value } from '../component.ts';
import { readComponentFile } from './component-file.ts';
import { componentsOf } from '../components.ts';
import { keep } from '../kept.ts';
import { fileNameOf, fileOf, membersIn, type ComponentFile } from './files.ts';
import { isSaid, leavesOf } from './given.ts';
import type { Named, Package } from './package.ts';
import { DeployProblem, notSimulated } from './problem.ts';
import type { Taker } from './taker.ts';
import { takers } from './takers/index.ts';

export type DeployOptions = { checkOnly: boolean; ignoreWarnings: boolean; rollbackOnError: boolean };

/** Who deploys, when, and what the world leaves open. */
export type Deployer = { org: Org; userId: Id; now: number; switches: Switches };

const takerOf = (type: string): Taker => {
  const taker = takers.find((one) => one.type === type);
  if (taker === undefined) throw notSimulated(`A deployed ${type}`);
  return taker;
};

const found = (org: Org, { type, fullName }: Named): Component | undefined =>
  componentsOf(org, type).find((one) => one.fullName === fullName);

const isUnder = (path: string, names: readonly string[]): boolean =>
  names.some((name) => path === name || path.startsWith(`${name}.`));

const placed = (path: string, value: Value): Elements => {
  const [name = '', ...rest] = path.split('.');
  return { [name]: rest.length === 0 ? value : placed(rest.join('.'), value) };
};

/** What the taker heeds is done; what no login asks for is kept; what else the file says must be what the org says anyway. */
const keepTheRest = (org: Org, { type, fullName }: Named, given: Elements, taker: Taker): void => {
  const says = found(org, { type, fullName })?.value ?? {};
  for (const [path, value] of leavesOf(given)) {
    if (isUnder(path, taker.heeds) || isSaid(says, path, value)) continue;
    if (!isUnder(path, taker.keeps)) throw notSimulated(`${type}.${path}`);
    keep(org, type, fullName, placed(path, value));
  }
};

type Step = { named: Named; fileName: string; run: (act: Act) => DeployedComponent['outcome'] };

const taking = (file: ComponentFile, version: number, switches: Switches): Step['run'] => {
  const type = metadataType(file.type);
  const taker = takerOf(file.type);
  if (type === undefined) throw notSimulated(`A deployed ${file.type}`);
  const given = readComponentFile(file.xml, type, version);
  return (act) => {
    const before = found(act.org, file);
    const { fullName, content } = file;
    taker.take({ act, switches, version, fullName, given, ...(content === undefined ? {} : { content }) });
    keepTheRest(act.org, file, given, taker);
    if (before === undefined) return 'created';
    return JSON.stringify(found(act.org, file)?.value) === JSON.stringify(before.value) ? 'unchanged' : 'changed';
  };
};

const removing =
  (named: Named): Step['run'] =>
  (act) => {
    const { remove } = takerOf(named.type);
    if (remove === undefined) throw notSimulated(`The deletion of a ${named.type}`);
    if (found(act.org, named) === undefined) return 'warned';
    remove(act, named.fullName);
    return 'deleted';
  };

const rankOf = ({ type }: Named): number => takers.findIndex((one) => one.type === type);

/** Deletions come first, but for those that are to come last. */
const stepsOf = (given: Package, switches: Switches): Step[] => {
  const deletions = (list: readonly Named[], fileName: string): Step[] =>
    list.map((named) => ({ named, fileName, run: removing(named) }));
  const additions = membersIn(given)
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((named): Step => ({
      named,
      fileName: fileNameOf(named),
      run: (act) => taking(fileOf(named, given), given.version, switches)(act),
    }));
  const first = given.files.has('destructiveChangesPre.xml') ? 'destructiveChangesPre.xml' : 'destructiveChanges.xml';
  return [...deletions(given.before, first), ...additions, ...deletions(given.after, 'destructiveChangesPost.xml')];
};

type Tried = { step: Step; component: DeployedComponent };

const warning = ({ type, fullName }: Named): string => `No ${type} named: ${fullName} found`;

/** What a step does to an org that nobody else sees. */
const tryOut = (step: Step, draft: Deployer): Tried => {
  const { named, fileName, run } = step;
  const base = { ...named, fileName };
  try {
    const act = { org: draft.org, byUserId: draft.userId, at: draft.now };
    const outcome = run(act);
    const id = found(draft.org, named)?.id;
    const told = outcome === 'warned' ? { problem: warning(named) } : {};
    return { step, component: { ...base, outcome, ...told, ...(id === undefined ? {} : { id }) } };
  } catch (error) {
    if (!(error instanceof DeployProblem)) throw error;
    return { step, component: { ...base, outcome: 'failed', problem: error.message } };
  }
};

/** What no component changes is not copied: it is most of an org. */
const copyOf = ({ users, loginRows, ...rest }: Org): Org => ({ ...structuredClone(rest), users, loginRows });

/** Each step is tried on a copy of the org, so that one that fails leaves nothing half done behind it. */
const rehearse = (steps: readonly Step[], deployer: Deployer): Tried[] => {
  const tried: Tried[] = [];
  let draft = copyOf(deployer.org);
  for (const step of steps) {
    const one = tryOut(step, { ...deployer, org: draft });
    tried.push(one);
    if (one.component.outcome !== 'failed') continue;
    // What it did before it failed goes with the copy.
    draft = copyOf(deployer.org);
    for (const { step: done, component } of tried)
      if (component.outcome !== 'failed') tryOut(done, { ...deployer, org: draft });
  }
  return tried;
};

/** A warning counts as an error unless it is to be ignored. */
export const isError = (
  { outcome }: DeployedComponent,
  { ignoreWarnings }: Pick<Deployment, 'ignoreWarnings'>,
): boolean => outcome === 'failed' || (outcome === 'warned' && !ignoreWarnings);

/** Takes a package in: wholly, or, where that is asked for, as far as it can be. */
export const deploy = (given: Package, deployer: Deployer, options: DeployOptions): Deployment => {
  const { org, userId, now } = deployer;
  const id = nextId(org, '0Af');
  const tried = rehearse(stepsOf(given, deployer.switches), deployer);
  const deployment: Deployment = {
    id,
    at: now,
    byUserId: userId,
    ...options,
    components: tried.map(({ component }) => component),
  };
  org.deployments.push(deployment);
  const failed = deployment.components.some((one) => isError(one, options));
  if (options.checkOnly || (failed && options.rollbackOnError)) return deployment;
  for (const { step, component } of tried)
    if (component.outcome !== 'failed') step.run({ org, byUserId: userId, at: now });
  return deployment;
};
