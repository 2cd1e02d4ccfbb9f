import facts from '../facts/permissions.json' with { type: 'json' };

/** Metadata name and label in Setup. The last one comes with Spring '27 and stands in no describe yet. */
const permissions = [...Object.values(facts), { permission: 'ViewSetupAuditTrail', label: 'View Setup Audit Trail' }];

const plain = (text: string): string => text.trim().toLowerCase();

/** The metadata name of a permission, from that name, from its column (`Permissions...`) or from its label in Setup. */
export const permissionNamed = (text: string): string | undefined =>
  permissions.find(({ permission, label }) =>
    [permission, `Permissions${permission}`, label].some((name) => plain(name) === plain(text)),
  )?.permission;
