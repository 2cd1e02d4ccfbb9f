import { chmod, link, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { writeReport } from '../../src/output/write-report.ts';
import { keyOfLater } from '../input/trouble-key.ts';
import { root, run } from '../support/cli.ts';

const source = path.join(root, 'src', 'output', 'write-report.ts');

/** A program that writes a report of one line to the path given. */
const program = `import { writeReport } from '${source}'; await writeReport(process.argv[1], 'report\\n');`;
const shell = (command: string, cwd: string) =>
  run('bash', ['-c', command.replaceAll('WRITE', `'${process.execPath}' --input-type=module -e "$PROGRAM"`)], {
    cwd,
    env: { PROGRAM: program },
  });

const modeOf = async (file: string): Promise<number> => (await stat(file)).mode & 0o7777;

describe('the report file', () => {
  let folder = '';
  beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'report-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('is replaced as a whole, and nothing is left beside it', async () => {
    const file = path.join(folder, 'report.md');
    await writeReport(file, 'old');
    const { ino } = await stat(file);
    await writeReport(file, 'new');
    expect(await readFile(file, 'utf8')).to.equal('new');
    expect((await stat(file)).ino).not.to.equal(ino);
    expect(await readdir(folder)).to.deep.equal(['report.md']);
  });

  for (const mode of [0o600, 0o640, 0o666])
    it(`keeps the mode ${mode.toString(8)} of the file that it replaces`, async () => {
      const file = path.join(folder, 'report.md');
      await writeFile(file, 'old');
      await chmod(file, mode);
      await writeReport(file, 'new');
      expect(await modeOf(file)).to.equal(mode);
      expect(await readFile(file, 'utf8')).to.equal('new');
    });

  it('is written through a link, which stays one', async () => {
    const file = path.join(folder, 'report.md');
    await writeFile(file, 'old');
    await symlink('report.md', path.join(folder, 'link.md'));
    await writeReport(path.join(folder, 'link.md'), 'new');
    expect(await readFile(file, 'utf8')).to.equal('new');
    expect((await readdir(folder, { withFileTypes: true })).filter((one) => one.isSymbolicLink())).to.have.length(1);
  });

  it('comes into being where a link leads that leads nowhere yet', async () => {
    await symlink('report.md', path.join(folder, 'link.md'));
    await writeReport(path.join(folder, 'link.md'), 'new');
    expect(await readFile(path.join(folder, 'report.md'), 'utf8')).to.equal('new');
  });

  it('stays one file under all its names', async () => {
    const [file, other] = [path.join(folder, 'report.md'), path.join(folder, 'other.md')];
    await writeFile(file, 'a report that is longer');
    await link(file, other);
    await writeReport(file, 'new');
    expect(await readFile(other, 'utf8')).to.equal('new');
  });

  it('is written in place where nothing may be put beside it', async () => {
    const closed = path.join(folder, 'closed');
    await mkdir(closed);
    await writeFile(path.join(closed, 'report.md'), 'old');
    await chmod(closed, 0o500);
    await writeReport(path.join(closed, 'report.md'), 'new');
    await chmod(closed, 0o700);
    expect(await readFile(path.join(closed, 'report.md'), 'utf8')).to.equal('new');
    expect(await readdir(closed)).to.deep.equal(['report.md']);
  });

  it('leaves a device what it is', async () => {
    await writeReport('/dev/null', 'gone');
    expect((await stat('/dev/null')).isCharacterDevice()).to.equal(true);
    expect(await readFile('/dev/null', 'utf8')).to.equal('');
  });

  it('that cannot be written is the tool’s trouble', async () => {
    expect(await keyOfLater(writeReport(path.join(folder, 'no', 'report.md'), 'x'))).to.equal('output-file-unwritable');
    expect(await keyOfLater(writeReport(folder, 'x'))).to.equal('output-file-unwritable');
    expect(await readdir(folder)).to.deep.equal([]);
  });

  // A system that lists its descriptors: not Windows.
  for (const [what, command, printed] of [
    ['a pipe by its device', 'WRITE /dev/stdout | cat', 'report\n'],
    ['the output where it is a socket', 'WRITE /dev/stdout', 'report\n'],
    ['a link to a pipe', 'ln -s /proc/self/fd/1 out; WRITE out | cat; readlink out', 'report\n/proc/self/fd/1\n'],
    ['a process substitution', 'WRITE >(cat); wait $!', 'report\n'],
    ['a named pipe', 'mkfifo pipe; cat pipe & WRITE pipe; wait; test -p pipe && echo pipe', 'report\npipe\n'],
    ['a descriptor', 'WRITE /dev/fd/3 3>out; cat out', 'report\n'],
    [
      'a file of the shell, which goes on in it',
      '{ echo before; WRITE /dev/stdout; echo after; } >out; cat out',
      'before\nreport\nafter\n',
    ],
    [
      'a file of the shell by its name',
      '{ echo before; WRITE out; echo after; } >out; cat out',
      'before\nreport\nafter\n',
    ],
    ['a file that is read at the same time', 'echo old >out; WRITE out <out; cat out', 'report\n'],
  ] as const)
    it(`goes to ${what}`, async () => {
      expect(await shell(command, folder)).to.deep.equal({ code: 0, stdout: printed, stderr: '' });
    });
});
