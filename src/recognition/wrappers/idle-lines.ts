/** What a pattern finds, and words of which one stands in all of it: most texts have none of them, and the pattern is not tried. */
export type Kind = { readonly words: readonly string[]; readonly pattern: RegExp };

const commitTypes = ['fix', 'feat', 'chore', 'docs', 'refactor', 'test', 'ci', 'build', 'perf', 'style', 'revert'];

/**
 * A test that passed says that all is well, whatever its name; what a failed one expected is no answer, nor is its name; nor is a line
 * of a server's own log of what it served, or of what watches over it; nor metadata that a deployment did not find; nor what a compiler
 * says of names, a database of its columns, an HTTP client of a cookie that it does not keep, a commit or a branch of what it mends.
 */
export const idle: readonly Kind[] = [
  {
    words: ['✔', '✓', '√', '✅', 'npm warn', 'ok ', 'PASS'],
    pattern: /^[ \t]*(?:[✔✓√✅]|npm warn\b|ok \d{1,6}\b|PASS\b|--- PASS\b)[^\n]{0,600}/gmu,
  },
  { words: ['] "'], pattern: /\] "(?:GET|POST|PUT|HEAD|DELETE|OPTIONS|PATCH) \/[^"\n]{0,400}" \d{3}\b/gu },
  { words: ['not ok '], pattern: /^not ok \d{1,6}\b[^\n]{0,300}\n(?:(?!(?:not )?ok \d)[^\n]{0,300}\n){1,80}/gmu },
  {
    words: ['+ expected - actual', '+ actual - expected', 'Expected values to be'],
    pattern: /(?:\+ (?:expected - actual|actual - expected)|Expected values to be)(?:[^\n]{0,300}\n){1,24}/gu,
  },
  {
    words: ['Expected', 'Received'],
    pattern: /^[ \t]*[-+]? ?(?:Expected\b|Received(?: \w{1,20}){0,2}:)[^\n]{0,300}/gmu,
  },
  { words: ['Failed asserting that'], pattern: /\bFailed asserting that\b[^\n]{0,300}/gu },
  { words: ['Entity of type '], pattern: /\bEntity of type '?\w{1,80}'? named\b[^\n]{0,300}/gu },
  { words: ['--- FAIL'], pattern: /^[ \t]*--- FAIL\b[^\n]{0,300}/gmu },
  {
    words: ['::'],
    pattern: /^[\w./-]{1,200}::[\w:[\]-]{1,200}[ \t]{1,8}(?:FAILED|ERROR|SKIPPED|XFAIL)\b[^\n]{0,40}/gmu,
  },
  { words: [' ... '], pattern: /^test [\w:]{1,200} \.\.\. \w{1,20}/gmu },
  { words: [' assert', '\tassert'], pattern: /^E[ \t]{2,8}assert\b[^\n]{0,300}/gmu },
  {
    words: ['error CS', 'error TS', 'error BC', 'error FS'],
    pattern: /\berror (?:CS|TS|BC|FS)\d{3,5}\b[^\n]{0,600}/gu,
  },
  { words: ['rror[E'], pattern: /\b[Ee]rror\[E\d{4}\][^\n]{0,300}/gu },
  { words: ['Failed to resolve import'], pattern: /\bFailed to resolve import\b[^\n]{0,300}/gu },
  {
    words: ['was not found in', 'is not exported by'],
    pattern: /(?:\bexport )?'\w{1,80}'[^\n]{0,120}\b(?:was not found in|is not exported by)\b[^\n]{0,300}/gu,
  },
  {
    words: [...commitTypes.flatMap((type) => [`${type}:`, `${type}!`, `${type}(`]), 'Merge ', 'Revert '],
    pattern: new RegExp(
      [
        String.raw`^[*|/\\ ]{0,12}[0-9a-f]{7,40} (?:\([^)\n]{1,200}\) )?`,
        String.raw`(?:(?:${commitTypes.join('|')})(?:\([^)\n]{1,60}\))?!?:|Merge |Revert )[^\n]{0,300}`,
      ].join(''),
      'gmu',
    ),
  },
  {
    words: ['feature/', 'fix/', 'release/', 'chore/', 'feat/'],
    pattern: /\b(?:feature|feat|fix|bugfix|hotfix|release|chore)\/[\w./-]{1,120}/gu,
  },
  { words: ['Merge '], pattern: /\bMerge (?:branch|pull request|remote-tracking branch) [^\n]{0,300}/gu },
  {
    words: ['ookie'],
    pattern: /\b(?:[Ii]nvalid cookie header|[Cc]ookie rejected|Cookie “[^”\n]{1,80}”)[^\n]{0,600}/gu,
  },
  { words: [' probe failed'], pattern: /\b(?:Liveness|Readiness|Startup) probe failed\b[^\n]{0,300}/gu },
  { words: [' TABLE'], pattern: /\b(?:ALTER|CREATE) TABLE\b[^\n;]{0,600}/gu },
  { words: ['column "', 'relation "'], pattern: /\b(?:column|relation) "\w{1,80}"/gu },
  { words: [' named '], pattern: /\bno \w{1,80} named [^\n]{1,300}? found\b/gu },
];

/** A whole line is meant that ends so, as far as it is short. */
export const passed: Kind = {
  words: ['PASSED', 'passed'],
  pattern: /\b(?:PASSED|passed)[ \t]*(?:[[(][^\])\n]{0,40}[\])][ \t]*)?$/gmu,
};

/** What a web server tells of a request that it served; its whole line is meant. */
export const served: Kind = { words: [', client: '], pattern: /, client: [\da-f.:]{3,40}, server: [^\n]{0,600}/gu };
