/** As a My Domain listed them in November 2023. */
export const myDomainScopes: readonly string[] =
  'cdp_ingest_api custom_permissions cdp_segment_api content cdp_api chatbot_api cdp_identityresolution_api interaction_api wave_api web cdp_calculated_insight_api einstein_gpt_api offline_access id api eclair_api email pardot_api lightning visualforce cdp_query_api sfap_api address openid profile cdp_profile_api refresh_token phone user_registration_api pwdless_login_api chatter_api full forgot_password'.split(
    ' ',
  );

/** As login.salesforce.com lists them. */
export const genericScopes: readonly string[] =
  'cdp_ingest_api custom_permissions cdp_segment_api content cdp_api chatbot_api cdp_identityresolution_api interaction_api wave_api web cdp_calculated_insight_api einstein_gpt_api offline_access id api data_cloud_user_claims eclair_api email pardot_api lightning visualforce cdp_query_api sfap_api address openid profile scrt_api cdp_profile_api refresh_token phone user_registration_api pwdless_login_api chatter_api mcp_api full forgot_password'.split(
    ' ',
  );

/** The same on both. */
export const claims: readonly string[] =
  'active address email email_verified family_name given_name is_app_installed language locale name nickname organization_id phone_number phone_number_verified photos picture preferred_username profile sub updated_at urls user_id user_type zoneinfo'.split(
    ' ',
  );
