type Say = (key: string) => string;

/** A page with a title, a lead and one table, by the words of its file; a row is its cells, joined. */
export const tablePage = (say: Say, columns: readonly string[], rows: readonly string[]): string =>
  [
    `# ${say('title')}`,
    '',
    say('lead'),
    '',
    `| ${columns.map((name) => say(`column.${name}`)).join(' | ')} |`,
    `| ${columns.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n');
