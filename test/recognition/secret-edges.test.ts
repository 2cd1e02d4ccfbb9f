import { expect } from 'chai';
import { withoutSecrets } from '../../src/recognition/secrets.ts';

const keyRow = 'Ab9/'.repeat(16);
const end = '-----END RSA PRIVATE KEY-----';

/** What goes in, and what is left, letter for letter: neither less is hidden, nor more. */
const edges: Readonly<Record<string, ReadonlyArray<readonly [text: string, told: string]>>> = {
  'a machine writes a name and its value down': [
    ['{"name" : "client_secret" , "value" : "Summer2026"}', '{"name" : "client_secret" , "value" : "[hidden]"}'],
    ['name="password"\r\n\r\nSummer2026\r\n--x--', 'name="password"\r\n\r\n[hidden]\r\n--x--'],
    ['<input name="password" value="Summer2026">', '<input name="password" value="[hidden]">'],
    ['<input value="Summer2026" name="pwd" />', '<input value="[hidden]" name="pwd" />'],
    ['s:8:"password";s:10:"Summer2026";', 's:8:"password";s:10:"[hidden]";'],
    ['["password"]=> string(7) "Sum#mer"', '["password"]=> [hidden]) "[hidden]"'],
    [String.raw`password=Summer\nnext`, String.raw`password=[hidden]\nnext`],
    ['password=&#34;Summer2026&#34;', 'password=&#34;[hidden]&#34;'],
    ['a%26password%3DSummer2026%26b', 'a%26password%3D[hidden]%26b'],
    ['{"d" : "AbCdEfGhIjKlMnOpQrStUv", "e":"AQAB"}', '{"d" : "[hidden]", "e":"AQAB"}'],
  ],
  'a header holds a user and a password, which is told from a word by what it decodes to': [
    ['Basic YWI6Y2Qh x', 'Basic [hidden] x'],
    ['Basic YWJ-OmNkISE x', 'Basic [hidden] x'],
    ['Basic AWFiOmNk x', 'Basic AWFiOmNk x'],
    ['Basic YWI6Y2QB x', 'Basic YWI6Y2QB x'],
  ],
  'its shape tells it': [
    ['https://ada:Sum/mer@host.example', 'https://ada:[hidden]@host.example'],
    ['https://ada@acme.example:Summer@host.example', 'https://ada@acme.example:[hidden]@host.example'],
    ['it is force://PlatformCLI::tok@acme.example', 'it is force://[hidden]'],
    ['LS0tLS1CRUdJTiAB\nQUJDREVGR0hJSktM x', '[hidden] x'],
  ],
  'it is said in a sentence, or in quotes': [
    ['the token 12345678 failed', 'the token [hidden] failed'],
    ['the token 12345678-90 failed', 'the token 12345678-90 failed'],
    ['token abc123|password xyz456abc', 'token [hidden] [hidden]'],
    ["password='Summer2026'and later 'x'", "password='[hidden]'and later 'x'"],
  ],
  'the beginning of a private key was not pasted': [
    [`note\n${keyRow}\n${keyRow}\nAb9=\n${end}\nafter`, `note\n[private key hidden]\n${end}\nafter`],
    [`some words\n  ${keyRow}  \n ${end}`, `some words\n[private key hidden]\n${end}`],
    [`${keyRow}\\nAb9=\\n${end}`, `[private key hidden]\n${end}`],
    [`  ${keyRow}\n  Ab9=\n${end}`, `[private key hidden]\n${end}`],
    [`${keyRow} and more\nAb9=\n${end}`, `${keyRow} and more\n[private key hidden]\n${end}`],
    [`Ab9=\n${end}${' words'.repeat(4000)}`, `[private key hidden]\n${end}${' words'.repeat(4000)}`],
    [`some words\n${end}`, `some words\n[private key hidden]\n${end}`],
    [`Ab9=\n${end} and ${keyRow}\n${end}`, `[private key hidden]\n${end} and ${keyRow}\n[private key hidden]\n${end}`],
  ],
  'the end of a private key was not pasted': [
    [`-----BEGIN PRIVATE KEY-----\n${keyRow}\nno more`, '[private key hidden]\nno more'],
    [`-----BEGIN PRIVATE KEY-----\n${keyRow}\nAb9=\nno more`, '[private key hidden]\nno more'],
    [`-----BEGIN PRIVATE KEY-----${keyRow}\n${keyRow} no more`, '[private key hidden] no more'],
    ['-----BEGIN PRIVATE KEY-----', '[private key hidden]'],
    [
      '-----BEGIN RSA PRIVATE KEY-----\n-----BEGIN PRIVATE KEY-----\nAb9\n-----END PRIVATE KEY----- after',
      '[private key hidden][private key hidden] after',
    ],
  ],
  'the head of a table names a secret': [
    ['User;PASSWORD\nada;Summer2026\n', 'User;PASSWORD\nada;[hidden]\n'],
    ['a,token\r\nx,\r\ny,Summer2026\r\n', 'a,token\r\nx,\r\ny,[hidden]\r\n'],
    [
      `a,password${',x'.repeat(995)}\nb,Summer2026${',y'.repeat(995)}`,
      `a,password${',x'.repeat(995)}\nb,[hidden]${',y'.repeat(995)}`,
    ],
    // Longer than 2,000 characters: no head of a table.
    [`a,password${',x'.repeat(996)}\nb,c${',y'.repeat(996)}`, `a,password${',x'.repeat(996)}\nb,c${',y'.repeat(996)}`],
    ['a,password\nx,  ,y\nz,Summer2026', 'a,password\nx,  ,y\nz,Summer2026'],
    ['a,password,c\nx,  ,y\nz,Summer2026,y', 'a,password,c\nx,  ,y\nz,[hidden],y'],
    [' a , password \n x , Summer2026 ', ' a , password \n x ,[hidden]'],
    ['a,b\npassword,c\nSummer2026,d', 'a,b\npassword,c\n[hidden],d'],
    ['a,password\n"x,y",Summer2026\nno row\nz,more', 'a,password\n"x,y",[hidden]\nno row\nz,more'],
    ['password\nSummer\n', 'password\nSummer\n'],
    [',password\nx,Summer', ',password\nx,Summer'],
    [' ,password\nx,Summer', ' ,password\nx,Summer'],
    ['\tuser\tpassword\n\tada\tSummer2026\n', '\tuser\tpassword\n\tada\t[hidden]\n'],
    ['a,password\r\nx\ry,Summer2026\r\n', 'a,password\r\nx\ry,[hidden]\r\n'],
    [`password,${'x'.repeat(1991)}\nSummer2026,y`, `password,${'x'.repeat(1991)}\n[hidden],y`],
  ],
  'a word of a header stands in a sentence': [
    ['OAuth abcdefghijklmno1', 'OAuth [hidden]'],
    ['OAuth abcdefghijklmn1', 'OAuth abcdefghijklmn1'],
    ['bearer abcdefghijklmnopqrst', 'bearer abcdefghijklmnopqrst'],
    ['Bearer abcdefghijklmno1.', 'Bearer [hidden]'],
    [
      'does not allow this OAuth flow::integration.6@acme.com',
      'does not allow this OAuth flow::integration.6@acme.com',
    ],
    ['Bearer abcdefghijklmno1::x', 'Bearer [hidden]'],
    ['OAuth abcdefghijklmn1!?', 'OAuth abcdefghijklmn1!?'],
    ['Basic dXNlcjpTdW1tZXI', 'Basic [hidden]'],
    ['basic services', 'basic services'],
  ],
  'a value is quoted': [
    ['password="a token=b c"', 'password="[hidden]"'],
    ['password="  "', 'password="  "'],
    [String.raw`{\"password\":\"Sum\\\"mer\"}`, String.raw`{\"password\":\"[hidden]\"}`],
    ["password='it's Summer' x", "password='[hidden]' x"],
    ['password="Summer" x', 'password="[hidden]" x'],
    ['[password=Summer] x', '[password=[hidden]] x'],
    ['password=Summer"x', 'password=[hidden]"x'],
    ['password="it\'s" x', 'password="[hidden]" x'],
    ['password="a"b', 'password="[hidden]"b'],
    ['password="Summer', 'password="[hidden]'],
    [`password="${'x'.repeat(8000)}y"`, 'password="[hidden]y"'],
    [`password=${'x'.repeat(8000)}y`, 'password=[hidden]y'],
  ],
  'a value stands between tags': [
    ['<password>Summer of 26</password> b', '<password>[hidden]</password> b'],
    ['<password>Summer</password>: all', '<password>[hidden]</password>: all'],
    ['&lt;password&gt;Sum mer&lt;/password&gt; b', '&lt;password&gt;[hidden]&lt;/password&gt; b'],
    ['<password>Summer of', '<password>[hidden] of'],
  ],
  'the name is a word of sentences as well': [
    ['secret: abc12', 'secret: abc12'],
    ['secret: abc123', 'secret: [hidden]'],
    ['secret: abcdef', 'secret: abcdef'],
    ['secret:  abcdef', 'secret:  abcdef'],
    ['secret:abcdef', 'secret:abcdef'],
    ['secret: 123456', 'secret: 123456'],
    ['secret:\n  abc123', 'secret:\n  [hidden]'],
    ['token=abc', 'token=[hidden]'],
    ['token: "oneword"', 'token: "[hidden]"'],
    ['token: "two words"', 'token: "two words"'],
    ['secret => abc', 'secret => [hidden]'],
    ['secret := abc', 'secret := [hidden]'],
  ],
  'an error code ends with the name': [
    ['INVALID_PASSWORD: Summer1', 'INVALID_PASSWORD: Summer1'],
    ['DB_INVALID_PASSWORD:  Summer1', 'DB_INVALID_PASSWORD:  Summer1'],
    [`INVALID_PASSWORD: Summer1${' and more'.repeat(20)}`, `INVALID_PASSWORD: Summer1${' and more'.repeat(20)}`],
    ['MUST_CHANGE_PASSWORD: Summer1', 'MUST_CHANGE_PASSWORD: Summer1'],
    ['INVALID_LOGIN then password: Summer1', 'INVALID_LOGIN then password: [hidden]'],
    ['INVALID_PASSWORD=Summer1', 'INVALID_PASSWORD=[hidden]'],
    ['MY_PASSWORD: Summer1', 'MY_PASSWORD: [hidden]'],
    ['INVALID_TOKEN: abc123', 'INVALID_TOKEN: [hidden]'],
    ['XINVALID_PASSWORD: Summer1', 'XINVALID_PASSWORD: [hidden]'],
  ],
  'a colon begins a clause': [
    ['with a passphrase: convert it', 'with a passphrase: convert it'],
    ['a passphrase: convert it', 'a passphrase: convert it'],
    ['with a passphrase:  convert it', 'with a passphrase:  convert it'],
    ['a bad passphrase: convert it', 'a bad passphrase: [hidden] it'],
    ['with a passphrase: convert', 'with a passphrase: [hidden]'],
    ['passphrase: convert it', 'passphrase: [hidden] it'],
    ['with a passphrase: c0nvert it', 'with a passphrase: [hidden] it'],
    ['with a passphrase=convert it', 'with a passphrase=[hidden] it'],
    ['with a passphrase: convert, it', 'with a passphrase: [hidden], it'],
  ],
  'a call logs in': [
    ['login("ada@acme.example", "Summer" + "abc")', 'login("ada@acme.example", "[hidden]" + "[hidden]")'],
    [
      String.raw`login(\"ada@acme.example\", \"Summer\", \"tok\")`,
      String.raw`login(\"ada@acme.example\", \"[hidden]\", \"[hidden]\")`,
    ],
    ["login(user, '', 'abc')", "login(user, '', '[hidden]')"],
    ['connect("a@b.example", "Summer") x', 'connect("a@b.example", "[hidden]") x'],
    ['connect( "a@b.example", "Summer") x', 'connect( "a@b.example", "[hidden]") x'],
  ],
  'a sentence tells a secret': [
    ['my password hunter2!', 'my password [hidden]!'],
    ['my password is hunter2...', 'my password is [hidden]...'],
    ['password Sum#mer', 'password [hidden]'],
    ['password #Summer', 'password #Summer'],
    ['password Summer9/x', 'password [hidden]'],
    ['password   hunter2', 'password   [hidden]'],
    ['the authorization code abc123 failed', 'the authorization code [hidden] failed'],
    ['the token HS256-rsa failed', 'the token HS256-rsa failed'],
    ['password #12345678', 'password #12345678'],
    ['password 12345678', 'password [hidden]'],
    ['password 1234567', 'password 1234567'],
    ['password summer', 'password summer'],
    ['password 2026-01-02', 'password 2026-01-02'],
    ['password a@b1.example', 'password a@b1.example'],
    ['password hunter2 token abc123', 'password [hidden] token [hidden]'],
    ['secret token hunter22', 'secret token [hidden]'],
  ],
};

describe('secrets, letter for letter', () => {
  for (const [when, texts] of Object.entries(edges))
    describe(`where ${when}`, () => {
      for (const [text, told] of texts)
        it(JSON.stringify(text.slice(0, 70)), () => expect(withoutSecrets(text)).to.equal(told));
    });
});
