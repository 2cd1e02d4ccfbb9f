import fc from 'fast-check';
import { expect } from 'chai';
import { readCertificate } from '../../src/oauth/certificate.ts';

const pem = `-----BEGIN CERTIFICATE-----
MIIDHjCCAgagAwIBAgIBATANBgkqhkiG9w0BAQsFADAoMRcwFQYDVQQDDA5NYXJr
ZXRpbmcgU3luYzENMAsGA1UECgwEQWNtZTAeFw0yNjExMjMxNzUzMTVaFw0zNjEx
MjAxNzUzMTVaMCgxFzAVBgNVBAMMDk1hcmtldGluZyBTeW5jMQ0wCwYDVQQKDARB
Y21lMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwZFJYRb0fhYHbvj5
o3iZSbeajyl9cmgAbb0dwR2oUMKp16NYL4X9A+S7ArnlceodV+AZho4p+HVYD4hr
717ODoFcSoKp9DDQ7Lcs/DHEmfuDy9tk1x3Dn4ZAe35qwz9sKHf2eHGeRCMzyHJT
2hr1isGrO+rBH5rDncATsg/DQySkONN8RDyxgDzvzojwep0slIvL5m0G8OS7p10h
SxboVoBCQJLvTROskoQL2Rli/6WwOPh5apa9AOAeeAvW17E+Zv5sWRPpmxgTp/di
WMiIVhpab67+JhG1gTuRztBPgrt06pwK1aTx5d6PSvzrskXNKfxmYS55/22/+hND
IknhvwIDAQABo1MwUTAdBgNVHQ4EFgQUTAsKSrR311AOLXmBb0TuUV+0EeowHwYD
VR0jBBgwFoAUTAsKSrR311AOLXmBb0TuUV+0EeowDwYDVR0TAQH/BAUwAwEB/zAN
BgkqhkiG9w0BAQsFAAOCAQEALh1C21OndvTtTAdcp6RZ8bUhoMBRKycphnrNXAWg
vIdzJ4wmUSqujRUoBXZxObxHYNue41TYz14lFRof1/ILB8mF8pRa28ntvAuUPEbT
XX/F1eh/bvZMCOMbjW3kaDdFgla0LY1v6+7S25syeN3mLLeiQJ2TjzyLY0jKJP5K
Cnar8caC6wfIQy+aqVrPV59rHIi1skfmQS6o/ySdpB6rdMt8Q/Bq2qc0mgyndysc
AbiZfwjmk/s9N7A6A+O7Zp8eGis9o3WW6zQ/Vw3E5orKlL6MMWLzoqrt2bm838F7
jlZAkA6WpS+nPqB3Q5k+ig888bqlu7FnfIkR/ukm0+2adw==
-----END CERTIFICATE-----`;

const bare = pem.replaceAll(/-----[A-Z ]+-----|\s/gu, '');

const read = {
  subject: 'CN=Marketing Sync, O=Acme',
  notBefore: '2026-11-23T17:53:15.000Z',
  notAfter: '2036-11-20T17:53:15.000Z',
  spki: '4980f39c99a50afdb19f7fd96e2edcc1812c391417312758d4d433c74c6049f2',
  keyType: 'rsa',
  bits: 2048,
};

describe('readCertificate', () => {
  it('reads PEM, and base64 on one line as metadata gives it', () => {
    expect(readCertificate(pem)).to.deep.equal(read);
    expect(readCertificate(bare)).to.deep.equal(read);
    expect(readCertificate(bare.replaceAll(/.{64}/gu, '$&\n'))).to.deep.equal(read);
  });

  it('makes nothing of what is none', () => {
    for (const text of ['', 'REDACTED_BASE64_CERTIFICATE', '-----BEGIN CERTIFICATE-----', bare.slice(0, 400)]) {
      expect(readCertificate(text), text).to.equal(undefined);
    }
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => readCertificate(text) === undefined));
  });
});
