import type { Client } from './client.ts';

/** Libraries that people write code with. */
export const clientCode: readonly Client[] = [
  {
    id: 'jsforce',
    name: 'jsforce',
    marks: ['jsforce*', 'http-api.js', 'oauth2.js:'],
    source: 'https://github.com/jsforce/jsforce/blob/main/src/connection.ts',
  },
  {
    id: 'simple-salesforce',
    name: 'simple-salesforce',
    marks: ['simple_salesforce', 'simple-salesforce', 'SalesforceAuthenticationFailed'],
    source: 'https://github.com/simple-salesforce/simple-salesforce/blob/master/simple_salesforce/exceptions.py',
  },
  {
    id: 'restforce',
    name: 'Restforce',
    marks: ['restforce*'],
    source: 'https://github.com/restforce/restforce#logging--debugging--instrumentation',
  },
  {
    id: 'databasedotcom',
    name: 'omniauth-salesforce',
    marks: ['omniauth*', 'OmniAuth::*'],
    source: 'https://github.com/omniauth/omniauth/blob/master/lib/omniauth/strategy.rb',
  },
  {
    id: 'ruby-oauth2',
    name: 'the oauth2 gem',
    marks: ['OAuth2::Error', 'gems/oauth2*'],
    source: 'https://www.github.com/oauth-xx/oauth2/pull/366',
  },
  {
    id: 'faraday',
    name: 'Faraday',
    marks: ['Faraday::*', 'gems/faraday*'],
    source:
      'https://github.com/lostisland/faraday/blob/2bea54634b337555200d61d3889eb172a40fa277/docs/middleware/response/logger.md',
  },
  {
    id: 'savon',
    name: 'Savon',
    marks: ['Savon::*'],
    source: 'https://www.rubydoc.info/gems/savon/2.0.0/Savon/GlobalOptions',
  },
  {
    id: 'force-wsc',
    name: 'the Web Service Connector (PartnerConnection)',
    marks: ['com.sforce.*', 'PartnerConnection', 'ConnectorConfig', 'SoapConnection'],
    source: 'https://github.com/forcedotcom/wsc/blob/master/src/main/java/com/sforce/ws/ConnectorConfig.java',
  },
  {
    id: 'reactor-netty',
    name: 'Reactor Netty (WebClient)',
    marks: ['reactor.netty', 'WebClientResponseException'],
    source:
      'https://docs.spring.io/spring-framework/docs/5.0.2.RELEASE/kdoc-api/spring-framework/org.springframework.web.reactive.function.client/-web-client-response-exception',
  },
  {
    id: 'apache-httpclient',
    name: 'Apache HttpClient',
    marks: ['org.apache.http*', 'org.apache.hc.*'],
    source: 'https://hc.apache.org/httpcomponents-client-4.5.x/logging.html',
  },
  {
    id: 'google-http-java',
    name: 'the Google HTTP client for Java',
    marks: ['com.google.api.client'],
    source: 'https://googleapis.github.io/google-http-java-client/http-transport.html',
  },
  {
    id: 'okhttp',
    name: 'OkHttp',
    marks: ['okhttp3*'],
    source: 'https://github.com/square/okhttp/blob/master/okhttp-logging-interceptor/README.md',
  },
  {
    id: 'requests',
    name: 'Python requests',
    marks: ['requests.exceptions', 'urllib3*', 'HTTPSConnectionPool'],
    source: 'https://github.com/psf/requests/blob/main/src/requests/exceptions.py',
  },
  {
    id: 'httpx',
    name: 'HTTPX',
    marks: ['httpx*'],
    source: 'https://github.com/encode/httpx/discussions/2224',
  },
  {
    id: 'zeep',
    name: 'Zeep',
    marks: ['zeep*'],
    source: 'https://github.com/mvantellingen/python-zeep/blob/master/docs/plugins.rst',
  },
  {
    id: 'axios',
    name: 'Axios',
    marks: ['AxiosError', 'axios*', 'Request failed with status code'],
    source: 'https://github.com/axios/axios#handling-errors',
  },
  {
    id: 'got',
    name: 'Got',
    marks: ['node_modules/got', 'HTTPError: Response code'],
    source: 'https://github.com/sindresorhus/got/blob/main/documentation/8-errors.md',
  },
  {
    id: 'undici',
    name: 'fetch in Node',
    marks: ['undici', 'fetch failed'],
    source: 'https://github.com/nodejs/undici/blob/main/docs/docs/api/Debug.md',
  },
  {
    id: 'simple-oauth2',
    name: 'simple-oauth2',
    marks: ['simple-oauth2'],
    source: 'https://github.com/lelylan/simple-oauth2',
  },
  {
    id: 'passport',
    name: 'Passport',
    marks: ['InternalOAuthError', 'passport-oauth2', 'passport*', 'Failed to obtain access token'],
    source: 'https://github.com/jaredhanson/passport-oauth2/blob/master/lib/errors/internaloautherror.js',
  },
  {
    id: 'openid-client',
    name: 'openid-client',
    marks: ['openid-client', 'ResponseBodyError'],
    source: 'https://github.com/panva/openid-client/blob/main/docs/classes/ResponseBodyError.md',
  },
  {
    id: 'go-oauth2',
    name: 'golang.org/x/oauth2',
    marks: ['oauth2: cannot fetch token', 'golang.org/x/oauth2'],
    source: 'https://go.googlesource.com/oauth2/+/0448841f0cbe9d174c6c1cedd177f583337b8e2c%5E%21/',
  },
  {
    id: 'guzzle',
    name: 'Guzzle',
    marks: ['GuzzleHttp*', 'Client error: `POST', 'resulted in a `'],
    source: 'https://qiita.com/tabimoba/items/4f78a850ec6d64db99f3',
  },
  {
    id: 'league-oauth2',
    name: 'league/oauth2-client',
    marks: ['League\\OAuth2\\Client', 'IdentityProviderException'],
    source:
      'https://github.com/thephpleague/oauth2-client/blob/master/src/Provider/Exception/IdentityProviderException.php',
  },
  {
    id: 'php-soap',
    name: 'PHP SoapClient',
    marks: ['SoapFault*', 'SforceBaseClient', 'SforcePartnerClient'],
    source:
      'https://github.com/php/doc-en/blob/fe4e8b87d18f17394e7177917c498774b062448c/reference/soap/soapclient/getlastresponse.xml',
  },
  {
    id: 'dotnet-toolkit',
    name: 'the Force.com Toolkit for .NET',
    marks: ['Salesforce.Common', 'Salesforce.Force', 'ForceAuthException', 'ForceException'],
    source:
      'https://github.com/wadewegner/Force.com-Toolkit-for-NET/blob/master/src/CommonLibrariesForNET/ForceAuthException.cs',
  },
  {
    id: 'dotnet-http',
    name: 'HttpClient of .NET',
    marks: ['System.Net.Http', 'HttpRequestException', 'EnsureSuccessStatusCode'],
    source: 'https://learn.microsoft.com/dotnet/api/system.net.http.httpresponsemessage.ensuresuccessstatuscode',
  },
  {
    id: 'wcf',
    name: 'WCF',
    marks: ['System.ServiceModel'],
    source: 'https://learn.microsoft.com/en-us/previous-versions/dotnet/netframework-3.5/ms730064(v=vs.90)',
  },
  {
    id: 'grpc-node',
    name: 'the Pub/Sub API client for Node',
    marks: ['api.pubsub.salesforce.com', 'pub-sub-api-node-client', 'salesforce-pubsub-api-client', 'eventbus.grpc'],
    source: 'https://github.com/grpc/grpc-node/blob/master/TROUBLESHOOTING.md',
  },
];
