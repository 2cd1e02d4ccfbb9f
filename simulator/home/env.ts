import { writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A JWT login that fails makes the CLI go on to the real login.salesforce.com and test.salesforce.com.
 * With this file loaded, their names do not resolve: nothing leaves this machine, and no login waits for them.
 */
const guard = `'use strict';
const dns = require('node:dns');
const salesforce = /(^|\\.)(salesforce|force)\\.com$/u;
const lookup = dns.lookup;
dns.lookup = (hostname, ...rest) => {
  if (!salesforce.test(hostname)) return lookup(hostname, ...rest);
  const error = Object.assign(new Error('getaddrinfo ENOTFOUND ' + hostname), { code: 'ENOTFOUND', errno: -3008, syscall: 'getaddrinfo', hostname });
  process.nextTick(() => rest.at(-1)(error));
};
`;

/** Writes the guard into the home and gives the option that loads it, after the options that are set already. */
const nodeOptions = (home: string): string => {
  const file = path.join(home, 'no-real-login-hosts.cjs');
  writeFileSync(file, guard);
  const quoted = JSON.stringify(file.replaceAll('\\', '/'));
  const own = `--require ${file.includes(' ') ? quoted : file}`;
  const others = process.env.NODE_OPTIONS ?? '';
  return others.includes('no-real-login-hosts.cjs') || others === '' ? own : `${others} ${own}`;
};

/** The variables that make the `sf` CLI use this home, and nothing outside this machine. */
export const homeEnvironment = (home: string): Record<string, string> => ({
  HOME: home,
  USERPROFILE: home,
  SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  SF_DISABLE_TELEMETRY: 'true',
  SF_DISABLE_DNS_CHECK: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  SF_AUTOUPDATE_DISABLE: 'true',
  SF_DISABLE_LOG_FILE: 'true',
  NODE_OPTIONS: nodeOptions(home),
});
