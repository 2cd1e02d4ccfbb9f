import type { Client } from './client.ts';

/** Programs that people configure. */
export const clientPrograms: readonly Client[] = [
  {
    id: 'sf-cli',
    name: 'Salesforce CLI',
    marks: [
      'sf org',
      'sf project',
      'sf data',
      'sfdx force',
      'sfdx*',
      'sf auth',
      '@salesforce/cli',
      'JwtGrantError',
      'AuthCodeExchangeError',
      'RefreshTokenAuthError',
      'PlatformCLI',
      'SfError',
      'SfdxError',
    ],
    source: 'https://developer.salesforce.com/docs/platform/sfdx-setup/guide/sfdx-setup-trouble-dev-debug.html',
  },
  {
    id: 'data-loader',
    name: 'Data Loader',
    marks: ['dataloader*', 'com.salesforce.dataloader', 'sfdc.endpoint'],
    source: 'https://developer.salesforce.com/docs/atlas.en-us.dataLoader.meta/dataLoader/loader_params.htm',
  },
  {
    id: 'mulesoft',
    name: 'the MuleSoft connector',
    marks: [
      'org.mule.*',
      'mule-salesforce-connector',
      'SALESFORCE:CONNECTIVITY',
      'SALESFORCE:INVALID_*',
      'MULE:*',
      'MuleSoft*',
    ],
    source: 'https://docs.mulesoft.com/mule-runtime/latest/logging-mule',
  },
  {
    id: 'confluent',
    name: 'the Confluent connector for Salesforce',
    marks: [
      'io.confluent.salesforce',
      'io.confluent.connect.salesforce',
      'ConnectException',
      'SalesforceSourceConnector',
    ],
    source: 'https://docs.confluent.io/kafka-connectors/salesforce/current/overview.html',
  },
  {
    id: 'logstash',
    name: 'Logstash',
    marks: ['logstash*'],
    source: 'https://github.com/elastic/logstash/blob/main/docs/reference/running-logstash-command-line.md',
  },
  {
    id: 'cumulusci',
    name: 'CumulusCI',
    marks: ['cumulusci*', 'cci org', 'cci service'],
    source: 'https://github.com/SFDO-Tooling/CumulusCI/blob/main/docs/cli.md',
  },
  {
    id: 'gravity-forms',
    name: 'Gravity Forms',
    marks: ['gravity*', 'GFSalesforce'],
    source: 'https://github.com/generoi/gravityforms-altcha/pull/4',
  },
  {
    id: 'powershell',
    name: 'PowerShell',
    marks: ['Invoke-RestMethod', 'Invoke-WebRequest'],
    source: 'https://www.powershellgallery.com/packages/tcs.core/0.4.0/Content/Public%5CGet-HttpErrorDetail.ps1',
  },
  {
    id: 'curl',
    name: 'curl',
    marks: ['curl'],
    source: 'https://github.com/curl/curl/blob/master/docs/cmdline-opts/fail.md',
  },
  {
    id: 'n8n',
    name: 'n8n',
    marks: ['n8n*', 'NodeApiError'],
    source: 'https://docs.n8n.io/hosting/logging-monitoring/logging/',
  },
  {
    id: 'postman',
    name: 'Postman',
    marks: ['postman*'],
    source: 'https://apidog.com/jp/blog/postman-console-tutorial/',
  },
  {
    id: 'terraform',
    name: 'Terraform',
    marks: ['terraform*'],
    source: 'https://developer.hashicorp.com/terraform/internals/debugging',
  },
  {
    id: 'openfn',
    name: 'OpenFn',
    marks: ['openfn*', '@openfn/*'],
    source: 'https://github.com/OpenFn/kit/blob/main/packages/cli/README.md',
  },
  {
    id: 'mcp',
    name: 'the MCP client',
    marks: ['MCP server', 'mcp_client_invalid', 'ofid_*'],
    source: 'https://github.com/modelcontextprotocol/inspector',
  },
  {
    id: 'apex',
    name: 'Apex',
    marks: ['System.CalloutException', 'System.HttpResponse', 'Named Credential'],
    source:
      'https://developer.salesforce.com/docs/platform/api-tooling/references/tooling-objects/tooling-debuglevel.html',
  },
  {
    id: 'mobile-sdk',
    name: 'the Mobile SDK',
    marks: ['SalesforceSDK*', 'com.salesforce.OAuth', 'com.salesforce.androidsdk', 'SFOAuth*'],
    source:
      'https://forcedotcom.github.io/SalesforceMobileSDK-Android/com/salesforce/androidsdk/util/SalesforceSDKLogger.html',
  },
];
