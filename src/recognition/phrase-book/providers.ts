import type { Provider } from './provider.ts';
import { hostProviders } from './providers-hosts.ts';
import { identityProviders } from './providers-identity.ts';
import { serviceProviders } from './providers-services.ts';

/** Every provider that is known, those with texts of their own first. */
export const providers: readonly Provider[] = [...identityProviders, ...serviceProviders, ...hostProviders];
