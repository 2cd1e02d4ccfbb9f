/** Headers that every Salesforce answer carries. Date is the simulated one, so that clock skew can be seen. */
export const commonHeaders = (now: number): Record<string, string> => ({
  date: new Date(now).toUTCString(),
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-xss-protection': '1; mode=block',
  'x-robots-tag': 'none',
  'cache-control': 'no-cache,must-revalidate,max-age=0,no-store,private',
});

export const json = 'application/json;charset=UTF-8';
export const html = 'text/html; charset=UTF-8';
export const xml = 'text/xml; charset=utf-8';
