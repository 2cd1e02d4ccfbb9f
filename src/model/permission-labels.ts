/** Rights of the looking session, as in metadata, with their labels in Setup. All stand in every describe since API 59. */
export const permissionLabels = {
  ViewSetup: 'View Setup and Configuration',
  ManageUsers: 'Manage Users',
  ViewAllUsers: 'View All Users',
  MonitorLoginHistory: 'Monitor Login History',
  ViewEventLogFiles: 'View Event Log Files',
  ViewAllData: 'View All Data',
  CustomizeApplication: 'Customize Application',
  ModifyMetadata: 'Modify Metadata Through Metadata API Functions',
  ModifyAllData: 'Modify All Data',
  AssignPermissionSets: 'Assign Permission Sets',
  ManageProfilesPermissionsets: 'Manage Profiles and Permission Sets',
  ManageSessionPermissionSets: 'Manage Session Permission Set Activations',
  ExternalClientAppViewer: 'View all External Client Apps',
  ExternalClientAppAdmin: 'View all External Client Apps, view their settings, and edit their policies',
  ExternalClientAppDeveloper: 'Create, edit, and delete External Client Apps',
  ViewClientSecret: 'View External Client App Consumer Secrets in Metadata',
} as const;
