/**
 * What an administrator does in Setup: each action changes the state and writes the Setup Audit Trail row that a real org
 * writes, or none where no action code is known (external client apps, token revocation, OAuth flow switches, a trusted
 * range added).
 */
export type { Act } from './admin/act.ts';
export * from './admin/users.ts';
export * from './admin/access.ts';
export * from './admin/profiles.ts';
export * from './admin/apps.ts';
export * from './admin/app-settings.ts';
export * from './admin/org-policies.ts';
export * from './admin/certificates.ts';
