import { expect } from 'chai';
import fc from 'fast-check';
import { withoutSecrets } from '../../src/recognition/secrets.ts';
import '../support/properties.ts';

/** A text that holds the secret, as a machine writes it down. */
type Form = (secret: string) => string;

const enc = encodeURIComponent;

const forms: Readonly<Record<string, Form>> = {
  'a HAR file': (s) => `{"name":"password","value":"${s}"}`,
  'a HAR file with blanks': (s) => `{ "name": "client_secret",\n  "value": "${s}" }`,
  'a HAR file in a string': (s) => `{\\"name\\":\\"password\\",\\"value\\":\\"${s}\\"}`,
  'HTML entities': (s) => `{&quot;password&quot;:&quot;${s}&quot;}`,
  'HTML entities by number': (s) => `password=&#34;${s}&#34;`,
  'a field of a form': (s) => `<input type="password" name="password" value="${s}">`,
  'a field of a form, the value first': (s) => `<input value="${s}" name="pwd" />`,
  'a multipart body': (s) => `Content-Disposition: form-data; name="password"\r\n\r\n${s}\r\n--x--`,
  'a multipart body with a type': (s) => `name="password"\r\nContent-Type: text/plain\r\n\r\n${s}\r\n`,
  'print_r of PHP': (s) => `Array\n(\n  [password] => ${s}\n)`,
  'var_dump of PHP': (s) => `["password"]=>\n  string(${s.length}) "${s}"`,
  'serialize of PHP': (s) => `a:1:{s:8:"password";s:${s.length}:"${s}";}`,
  'a body encoded for a URL': (s) => `username%3Dada%26password%3D${enc(s)}%26grant_type%3Dpassword`,
  'JSON encoded for a URL': (s) => `%7B%22password%22%3A%22${enc(s)}%22%7D`,
  'a CSV file': (s) => `username,password\r\nada@acme.example,${s}\r\nbob@acme.example,${s}\r\n`,
  'a CSV file with quotes': (s) => `"username";"password"\n"ada;x";"${s}"`,
  'a table with tabs': (s) => `user\tsecret\tnote\nada\t${s}\tnone`,
  'a private JSON Web Key': (s) => `{"kty":"RSA","n":"public","e":"AQAB","d":"${s.repeat(4)}"}`,
  'a private key without its first line': (s) =>
    `${s.padEnd(64, 'Qz7+')}\n${'Ab9/'.repeat(16)}\n-----END RSA PRIVATE KEY-----`,
};

const passwords = [
  ...[
    'Passwort',
    'Kennwort',
    'Contraseña',
    'contrasena',
    'Mot de passe',
    'mdp',
    'Senha',
    'palavra-passe',
    'Wachtwoord',
  ],
  ...[
    'Hasło',
    'пароль',
    'Lösenord',
    'Salasana',
    "Parola d'ordine",
    'Parola',
    'Şifre',
    'Heslo',
    'Jelszó',
    'Adgangskode',
  ],
  ...['Passord', 'パスワード', '密码', '密碼', '비밀번호', 'รหัสผ่าน', 'mật khẩu', 'סיסמה'],
];

describe('secrets in the forms of machines', () => {
  /** A value that every one of these forms takes as it is. */
  const secret = fc.stringMatching(/^[A-Z][a-z]{4,6}-?[0-9]{2}[A-Za-z0-9]{12}$/u);

  for (const [what, form] of Object.entries(forms))
    it(`are hidden in ${what}`, () => {
      const canary = (value: string): string => (what.includes('key') ? value.replaceAll('-', '') : value);
      fc.assert(
        fc.property(secret, (value) => {
          const told = withoutSecrets(`before\n${form(canary(value))}\nafter`);
          expect(told).to.not.include(canary(value));
          expect(told)
            .to.match(/^before\n/u)
            .and.match(/\nafter$/u);
        }),
      );
    });

  for (const name of passwords)
    it(`are hidden behind "${name}"`, () => {
      for (const colon of [': ', '=', '：', ' : '])
        expect(withoutSecrets(`${name}${colon}Sommer-2026!x`)).to.equal(`${name}${colon}[hidden]`);
    });

  it('leave what is beside them', () => {
    const csv = 'username,password,note\nada@acme.example,Summer2026,first\n';
    expect(withoutSecrets(csv)).to.equal('username,password,note\nada@acme.example,[hidden],first\n');
    expect(withoutSecrets('a%3D1%26password%3Dx%26error%3Dinvalid_grant')).to.include('%26error%3Dinvalid_grant');
  });

  it('are not seen where there is none', () => {
    for (const text of [
      '[\n  "api",\n  "refresh_token",\n  "web"\n]',
      '{"name":"username","value":"ada@acme.example"}',
      '<input name="username" value="ada">',
      '{"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc","e":"AQAB"}',
      'one, two\nthree, four',
      'Asks AuthSession, OauthToken, PermissionSet,\nSetupAuditTrail, SetupEntityAccess, User\nand UserLogin.',
    ])
      expect(withoutSecrets(text)).to.equal(text);
  });
});
