import type { Provider } from './provider.ts';
import { accountProviders } from './providers-accounts.ts';
import { besideProviders } from './providers-beside.ts';
import { businessProviders } from './providers-business.ts';
import { familyProviders } from './providers-family.ts';
import { hostProviders } from './providers-hosts.ts';
import { identityProviders } from './providers-identity.ts';
import { serverProviders } from './providers-servers.ts';
import { serviceProviders } from './providers-services.ts';
import { systemProviders } from './providers-systems.ts';

/** Every provider that is known, those with texts of their own first. */
export const providers: readonly Provider[] = [
  ...familyProviders,
  ...accountProviders,
  ...identityProviders,
  ...serviceProviders,
  ...hostProviders,
  ...systemProviders,
  ...besideProviders,
  ...serverProviders,
  ...businessProviders,
];
