/** `20231218054831.655`, the TIMESTAMP of event log files (UTC), as `2023-12-18T05:48:31.655Z`; another text as it is. */
export const fromCompact = (text: string): string =>
  text.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?$/u, '$1-$2-$3T$4:$5:$6$7Z');
