import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Proxy } from './proxy.ts';
import { trustStore } from './trust-store.ts';

/** How a program is told of the proxy, and to trust its authority. */
export const proxyEnvironment = (folder: string, { url, certificate }: Proxy): Record<string, string> => {
  const [pem, store] = [path.join(folder, 'simulated-authority.pem'), path.join(folder, 'simulated-authority.jks')];
  writeFileSync(pem, certificate);
  writeFileSync(store, trustStore(certificate));
  const { hostname, port } = new URL(url);
  return {
    HTTPS_PROXY: url,
    https_proxy: url,
    NO_PROXY: 'localhost,127.0.0.1',
    no_proxy: 'localhost,127.0.0.1',
    // Node: `fetch` asks the variables only where it is told to.
    NODE_USE_ENV_PROXY: '1',
    NODE_EXTRA_CA_CERTS: pem,
    // OpenSSL and what is built on it, Go, Ruby, .NET
    SSL_CERT_FILE: pem,
    CURL_CA_BUNDLE: pem,
    // Python's requests brings its own list
    REQUESTS_CA_BUNDLE: pem,
    JAVA_TOOL_OPTIONS: `-Dhttps.proxyHost=${hostname} -Dhttps.proxyPort=${port} -Djavax.net.ssl.trustStore=${store}`,
  };
};
