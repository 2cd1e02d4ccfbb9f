import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { root, run, type Ran } from '../support/cli.ts';

const name = 'sf-plugin-auth-doctor-engine';

/** All that is installed, the engine itself included. The plugin alone brings 200 MB. */
const mostMegabytes = 5;

const must = (ran: Ran, what: string): Ran => {
  if (ran.code !== 0) throw new Error(`${what} ended with ${String(ran.code)}:\n${ran.stdout}\n${ran.stderr}`);
  return ran;
};

const program = `
import { diagnose, explain, isTransient, recognize } from '${name}';
import * as small from '${name}/recognize';
const text = '{"error":"invalid_grant","error_description":"user hasn\\'t approved this consumer"}';
console.log(JSON.stringify({
  causes: recognize(text).causes.map(({ id, title }) => [id, title]),
  same: small.recognize(text).causes.map(({ id }) => id),
  transient: isTransient('REQUEST_LIMIT_EXCEEDED'),
  page: explain('user-frozen')?.title,
  outcome: diagnose({ error: text }).outcome,
}));
`;

const typed = `
import { diagnose, recognize, type Diagnosis, type Recognition } from '${name}';
const recognition: Recognition = recognize(new Error('invalid_grant'));
const diagnosis: Diagnosis = diagnose({ error: recognition.refusals[0]?.text });
export const first: string | undefined = diagnosis.findings[0]?.cause;
`;

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name: file }) => sum + statSync(path.join(parentPath, file)).size, 0);

describe('npm run pack:engine', function () {
  this.timeout(600_000);
  let folder = '';
  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'engine-'));
    const packed = must(await run(process.execPath, ['scripts/pack-engine.ts', folder]), 'npm run pack:engine');
    const tarball = packed.stdout.trim().split('\n').at(-1) ?? '';
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    const install = ['install', `./${tarball}`, '--prefer-offline', '--no-audit', '--no-fund', '--silent'];
    must(await run('npm', install, { cwd: folder }), 'npm install');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('brings nothing of the CLI, and little else', () => {
    const modules = path.join(folder, 'node_modules');
    const packages = readdirSync(modules).filter((one) => !one.startsWith('.'));
    expect(packages).to.include(name);
    expect(packages.filter((one) => /^(?:@salesforce|@oclif|@jsforce|jsforce|undici)/u.test(one))).to.deep.equal([]);
    expect(bytesIn(modules) / 1e6, packages.join(', ')).to.be.below(mostMegabytes);
  });

  it('says in a program what the plugin says', async () => {
    writeFileSync(path.join(folder, 'program.js'), program);
    const { stdout } = must(await run(process.execPath, ['program.js'], { cwd: folder }), 'the program');
    const { causes, same, transient, page, outcome } = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
    const ours = await import('../../src/index.ts');
    const said = ours.recognize(
      '{"error":"invalid_grant","error_description":"user hasn\'t approved this consumer"}',
    ).causes;
    expect(causes).to.deep.equal(said.map(({ id, title }) => [id, title]));
    expect(same).to.deep.equal(said.map(({ id }) => id));
    expect([transient, page, outcome]).to.deep.equal([true, ours.explain('user-frozen')?.title, 'inconclusive']);
  });

  it('has its types', async () => {
    writeFileSync(path.join(folder, 'typed.ts'), typed);
    const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', 'typed.ts'];
    must(await run(process.execPath, [compiler, '--ignoreConfig', ...options], { cwd: folder }), 'tsc');
  });
});
