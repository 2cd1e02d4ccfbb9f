/** The word of the metadata, and the parameter that OAuth requests and answers carry. */
const parameters: Record<string, string> = {
  Api: 'api',
  RefreshToken: 'refresh_token',
  OfflineAccess: 'offline_access',
  Full: 'full',
  Web: 'web',
  Basic: 'id',
  OpenID: 'openid',
  Chatter: 'chatter_api',
  Profile: 'profile',
  Email: 'email',
  Address: 'address',
  Phone: 'phone',
  CustomPermissions: 'custom_permissions',
  Wave: 'wave_api',
  Eclair: 'eclair_api',
  Pardot: 'pardot_api',
  Lightning: 'lightning',
  Content: 'content',
  CustomApplications: 'visualforce',
};

export const scopeParameters = (scopes: readonly string[]): string[] =>
  scopes.map((scope) => parameters[scope] ?? scope.toLowerCase());

/** The metadata word of an OAuth scope parameter; undefined: no such scope. */
export const scopeWord = (parameter: string): string | undefined =>
  Object.entries(parameters).find(([, value]) => value === parameter)?.[0];
