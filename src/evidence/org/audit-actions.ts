/**
 * What a Setup Audit Trail action is about. `any-app` and `any-profile`: its text does not name the app or profile, or names it
 * in a way that cannot be compared. `any-certificate`: one of the org's own
 * store, which an app may have been given. `nothing`: does not bear on a login.
 */
export type Subject =
  'user' | 'app' | 'any-app' | 'profile' | 'any-profile' | 'permission-set' | 'org' | 'any-certificate' | 'nothing';

/** Sources differ in the case of these codes: all lower case here. */
const actions: Readonly<Record<Subject, readonly string[]>> = {
  user: [
    ...['activateduser', 'deactivateduser', 'frozeuser', 'unfrozeuser', 'unlockeduser', 'createduser'],
    ...['cspuserdisabled', 'prmuserdisabled', 'changedusername', 'changedemail', 'useremailchangesent'],
    ...['changedfederationid', 'changedpassword', 'resetpassword', 'changeduserphonenumber'],
    ...['changeduseremailverifiedstatusverified', 'changeduseremailverifiedstatusunverified'],
    ...['changeduserphoneverifiedstatusverified', 'changeduserphoneverifiedstatusunverified'],
    ...['changeduseradminverifiedstatusverified', 'changeduseradminverifiedstatusunverified'],
    ...['changedprofileforuser', 'changedprofileforusercusttostd', 'changedprofileforuserstdtocust'],
    ...['changedprofileforuserstdtostd', 'permsetassign', 'permsetunassign', 'permsetassign_hasexpiration'],
    ...['permsetunassign_hasexpiration', 'permsetassignmentexpirationchange', 'permsetgroupassign'],
    ...['permsetgroupunassign', 'permsetlicenseassign', 'permsetlicenseunassign', 'inserttwofactorinfo2'],
    ...['deletetwofactorinfo2', 'inserttwofactorwebauthn', 'inserttwofactortempcode', 'insertauthenticatorpairing'],
    ...['deleteauthenticatorpairing', 'lightningloginenroll', 'lightninglogincancel'],
  ],
  app: [
    ...['setupentityaccessaudit_permissionset_connectedapplication_enabled'],
    ...['setupentityaccessaudit_permissionset_connectedapplication_disabled'],
    ...['setupentityaccessaudit_profile_connectedapplication_enabledcustom'],
    ...['setupentityaccessaudit_profile_connectedapplication_enabledstandard'],
    ...['setupentityaccessaudit_profile_connectedapplication_disabledcustom'],
    ...['setupentityaccessaudit_profile_connectedapplication_disabledstandard'],
    ...['insertapplication', 'deleteapplication', 'insertconnectedapplication', 'deleteconnectedapplication'],
    ...['unblockconnectedapplication', 'enableoauth', 'changeuserruntimeaccesspolicy', 'changeiprelaxationpolicy'],
    ...['changeoauthdefaultscope', 'addoauthclientcredentialuser', 'changeapplicationpkcerequired'],
    ...['insertconnectedappsessionpolicy', 'generateoauthstagedcredential', 'dynamicinitialtokengeneration'],
  ],
  'any-app': [
    ...['blockconnectedapplication', 'changeapplicationcallbackurl', 'changeapplicationclientcredentialenabled'],
    ...['changeapplicationcodecredentialenabled', 'changeapplicationcodecredentialpostonly'],
    ...['changeapplicationoptionalconsumersecret', 'changeapplicationsecretrequiredforrefreshtoken'],
    ...['changeapplicationrefreshtokenrotationenabled', 'insertapplicationcertificate', 'changeapplicationcertificate'],
    ...['updateconnectedapplication', 'connectedappoauthpolicychange', 'installedpackagingapp'],
    ...['uninstalledpackagingapp', 'upgradedpackagingapp'],
  ],
  profile: [
    ...['profilepermchangedcustom', 'profilepermchangedstandard', 'loginiprange', 'deletedloginiprange_withprofile'],
    ...['profileloginhourschangedstandard', 'profileloginhourschangedcustom', 'insertlightningloginflow'],
    ...['deleteloginflow', 'passwordexpiryforprofile', 'passwordmaxinvalidforprofile'],
  ],
  'any-profile': [
    ...['requiredsessionlevelforprofile', 'sessiontimeoutforprofile', 'passwordhistoryforprofile'],
    ...['minimumpasswordlifetimeenableforprofile', 'minimumpasswordlifetimedisableforprofile'],
  ],
  'permission-set': [
    ...['permsetenableuserperm', 'permsetdisableuserperm', 'permsethasactivationrequiredchange', 'permsetdelete'],
    ...['permsetlicenseuserpermrevoked', 'permissionsetgroupdelete', 'permissionsetgroupcomponentadd'],
    ...[
      'permissionsetgroupcomponentremove',
      'permissionsetgroupcomponentremoved',
      'permissionsetgroupcalculationerror',
    ],
  ],
  org: [
    ...['passwordexpiry', 'passwordhistory', 'passwordcomplexity', 'passwordlockout', 'passwordmaxinvalid'],
    ...['passwordminlength', 'passwordquestion', 'minimumpasswordlifetimeenable', 'minimumpasswordlifetimedisable'],
    ...['selfapisetpassworddisable', 'updatesessionsecuritylevel', 'adminapprovedappsonlyoffon'],
    ...[
      'adminapprovedappsonlyonoff',
      'deleteipwhitelist',
      'orgiprangeschanged',
      'changedsessiontimeout',
      'enableapiloginrequiresorgdomain',
    ],
    ...['disableapiloginrequiresorgdomain', 'enablerequireloginfromorgdomain', 'disablerequireloginfromorgdomain'],
    ...['domainchosen', 'enhanceddomainchosen', 'savedomainprovisioned', 'saveenhanceddomainprovisioned'],
    ...['customdomainredirectpolicy', 'mfadirectuiloginoptinoffon', 'mfadirectuiloginoptinonoff'],
    ...['restrictpasswordauthoffon', 'restrictpasswordauthonoff', 'u2fenabledoffon', 'skipsfawhenmfauiloginoffon'],
    ...['verifyon2faregistrationoffon', 'verifyon2faregistrationonoff', 'transactionsecuritypolicyoffon'],
    ...['oauthcorspolicyenabledoffon', 'oauthcorspolicyenabledonoff', 'ratelimitingnotification'],
    ...['transactionsecuritypolicycreatedenabled', 'transactionsecuritypolicycreateddisabled'],
    ...['transactionsecuritypolicyenableddisabled', 'enableidp', 'disableidp', 'samlssoconfig_create'],
    ...['samlssoconfig_delete', 'samlssoconfig_signcert', 'samlssoconfig_audience'],
  ],
  'any-certificate': ['insertcertificate', 'uploadcertificatechain', 'certificatecreated'],
  nothing: [
    ...['suorgadminlogin', 'sunetworkadminlogin', 'suprmadminlogin', 'suloginaccessused', 'suorgadminlogout'],
    ...[
      'sunetworkadminlogout',
      'suprmadminlogout',
      'sulogout',
      'overridegrantaccessenabledoff',
      'loginasgrantedtosfdc',
    ],
    ...['loginasrevokedtosfdc', 'loginasgrantedtopartnerbt', 'loginasrevokedtopartnerbt', 'sessiongen'],
    ...['changeapplicationcontactemail', 'changeapplicationmobilesessiontimeout', 'changeapplicationpinlength'],
    ...['permsetcreate', 'permsetcreatenolicense', 'permsetclonenolicense', 'permissionsetgroupcreate'],
    ...['permissionsetgroupcalculationstarted', 'permissionsetgroupcalculationcomplete'],
    ...['localstorageforlogouturloffon', 'eventloggenerationenabledoffon', 'profilefilteringenabledoffon'],
    ...['profilefilteringenabledonoff', 'obscuresecretanswerenable', 'obscuresecretanswerdisable'],
  ],
};

const subjects: ReadonlyMap<string, Subject> = new Map(
  (Object.keys(actions) as Subject[]).flatMap((subject) =>
    actions[subject].map((action): [string, Subject] => [action, subject]),
  ),
);

/** Undefined: an action that we do not know. New ones appear with every release. */
export const subjectOf = (action: string): Subject | undefined => subjects.get(action.toLowerCase());
