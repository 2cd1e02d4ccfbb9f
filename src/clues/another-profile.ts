/**
 * A user got another profile, and with it other login hours, IP ranges and permissions. The names of the acts are those of
 * SetupAuditTrail.Action, one for each pair of a standard and a custom profile.
 */
export const anotherProfile: readonly string[] = [
  'changedprofileforuser',
  'changedprofileforusercusttostd',
  'changedprofileforuserstdtocust',
  'changedprofileforuserstdtostd',
];
