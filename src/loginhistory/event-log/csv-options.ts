/** How a CSV file of logins is written, whoever exported it: loosely. */
export const csvOptions = {
  bom: true,
  /** Longer than any login row: a quote that is never closed must not swallow the memory. */
  max_record_size: 1 << 18,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
};
