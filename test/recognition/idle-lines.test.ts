import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { phraseBook } from '../../src/recognition/phrase-book/index.ts';
import { idle, passed, served } from '../../src/recognition/wrappers/idle-lines.ts';
import { readLetters } from '../../src/recognition/reading/letters.ts';
import { readIdleLines, readUnsaid } from '../../src/recognition/wrappers/unsaid.ts';

/** One line at least for each way in which a pattern can begin. */
const examples = [
  '  ✔ refuses a wrong password',
  '✓ refuses a wrong password',
  '√ refuses a wrong password',
  '✅ refuses a wrong password',
  'npm warn deprecated a',
  'ok 12 - user locked out',
  'PASS test/login.test.js',
  '--- PASS: TestLogin (0.00s)',
  ...['GET', 'POST', 'PUT', 'HEAD', 'DELETE', 'OPTIONS', 'PATCH'].map(
    (verb) => `[20/Nov] "${verb} /login HTTP/1.1" 401`,
  ),
  'not ok 3 - login\n  error: invalid_grant\n',
  '      + expected - actual\n      -invalid_grant\n',
  '+ actual - expected\n- invalid_grant\n',
  'Expected values to be strictly equal:\n\n401 !== 200\n',
  '  Expected: "user is frozen"',
  'Received: "invalid_grant"',
  'Received promise resolved: "invalid_grant"',
  'Failed asserting that 401 is identical to 200.',
  "Entity of type 'Profile' named 'Sync' cannot be found",
  '    --- FAIL: TestLogin (0.01s)',
  ...['FAILED', 'ERROR', 'SKIPPED', 'XFAIL'].map((how) => `tests/test_login.py::test_invalid_grant ${how}`),
  'test login::invalid_grant ... ok',
  "E       assert 'invalid_grant' == 'ok'",
  'E\t\tassert(1)',
  ...['CS', 'TS', 'BC', 'FS'].map((language) => `a.x(3,4): error ${language}2304: password expired`),
  'error[E0308]: mismatched types',
  'Error[E0308]: mismatched types',
  'Failed to resolve import "./login" from "src/a.ts"',
  "export 'login' (imported as 'l') was not found in './auth'",
  "'login' is not exported by src/auth.js",
  ...['fix', 'feat', 'chore', 'docs', 'refactor', 'test', 'ci', 'build', 'perf', 'style', 'revert'].flatMap((type) => [
    `a1b2c3d ${type}: user locked out`,
    `* a1b2c3d (HEAD -> main) ${type}(login)!: user locked out`,
    `a1b2c3d ${type}!: user locked out`,
  ]),
  "a1b2c3d Merge branch 'x'",
  'a1b2c3d Revert "user locked out"',
  ...['feature', 'feat', 'fix', 'bugfix', 'hotfix', 'release', 'chore'].map((branch) => `  ${branch}/user-locked-out`),
  ...['branch', 'pull request', 'remote-tracking branch'].map((what) => `Merge ${what} 'password-expired'`),
  'WARNING: Cookie rejected: "BrowserId=1; $Domain=.salesforce.com". host minus domain may not contain any dots',
  'WARN ResponseProcessCookies: Invalid cookie header: "Set-Cookie: BrowserId=1; domain=.salesforce.com"',
  'Cookie “sid” has been rejected because it is foreign and does not have the “Partitioned“ attribute.',
  ...['Liveness', 'Readiness', 'Startup'].map(
    (which) => `${which} probe failed: HTTP probe failed with statuscode: 503`,
  ),
  'ALTER TABLE users ADD COLUMN locked_out int',
  'CREATE TABLE\n"users"',
  'ERROR: column "password_expired" does not exist',
  'ERROR: relation "users" does not exist',
  'no user named sync was found',
  'LoginTest > user locked out PASSED',
  'tests/a.py::test_user_locked_out passed [ 50%]',
  '2026/11/20 [error] 7#7: *1 upstream failed, client: 10.0.0.1, server: a.example, request: "GET / HTTP/1.1"',
];

const folder = new URL('./fixtures/no-login-failure/', import.meta.url);
const logs = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const phrases = phraseBook.flatMap((entry) => entry.phrases ?? []);

describe('lines in which no refusal stands', () => {
  const kinds = [...idle, passed, served];

  it('are of kinds each of which has an example', () => {
    for (const { pattern } of kinds)
      expect(
        examples.some((text) => text.search(pattern) >= 0),
        pattern.source,
      ).to.equal(true);
  });

  it('are all found, whichever kind they are of: each example stands in one of them', () => {
    for (const text of examples) expect(readIdleLines(text), text).not.to.deep.equal([]);
  });

  it('have a word of their kind in all that its pattern finds, in examples, in logs, and with every known wording in them', () => {
    const worded = phrases.flatMap((phrase, at) => {
      const line = examples[at % examples.length] ?? '';
      return [`${line}\n${phrase}`, `${phrase} ${line}`, `${line} ${phrase}`];
    });
    for (const text of [...examples, ...logs, ...worded])
      for (const { words, pattern } of kinds)
        for (const [found] of text.matchAll(pattern))
          expect(
            words.some((word) => found.includes(word)),
            `${pattern.source} in ${found}`,
          ).to.equal(true);
  });

  it('are the same in one long text as alone', () => {
    const text = examples.map((example) => example.trimEnd()).join('\n\n');
    for (const example of examples) {
      const at = text.indexOf(example.trimEnd());
      const isCovered = readIdleLines(text).some(({ start, end }) => start < at + example.length && end > at);
      expect(isCovered, example).to.equal(true);
    }
  });
});

describe('what tells nothing of a refusal', () => {
  it('stands in the order of the text, whichever kind it is of', () => {
    const text = 'https://one.example then https://two.example';
    const idleLine = { start: text.indexOf('then'), end: text.indexOf('then') + 4 };
    const starts = readUnsaid(readLetters(text), [idleLine]).map(({ start }) => start);
    expect(starts).to.deep.equal([0, idleLine.start, text.lastIndexOf('https')]);
  });
});
