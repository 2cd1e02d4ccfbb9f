import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { SMTPServer } from 'smtp-server';
import { startScenario, type Started } from '../../simulator/scenarios/start.ts';
import { addLoginRow } from '../../simulator/state/rows.ts';
import { root, run, type Ran } from '../support/cli.ts';
import { recipeIn } from '../support/recipes.ts';
import { shellIn } from '../support/shell.ts';
import { failuresIn } from '../support/written.ts';
import { cases } from '../report/loginhistory/cases.ts';

const senders = ['slack', 'teams', 'on-call', 'mail'] as const;

type Sender = (typeof senders)[number];

type Card = { readonly content: { readonly type: string; readonly body: ReadonlyArray<{ readonly text: string }> } };

const portOf = async (server: Server): Promise<number> => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
};

/** What `--json` prints of a result. */
const envelope = (result: unknown): string => JSON.stringify({ status: 0, result, warnings: [] });

describe('docs/monitoring.md: an alarm is sent', () => {
  let folder = '';
  const received: string[] = [];
  let answers = 200;
  const http = createServer((request, response) => {
    void text(request).then((body) => {
      received.push(body);
      response.writeHead(answers).end('ok');
    });
  });
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      void text(stream).then((mail) => {
        received.push(mail);
        done();
      });
    },
  });
  let env: Readonly<Record<string, string>> = {};

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'senders-'));
    for (const name of ['alarm', ...senders])
      writeFileSync(path.join(folder, `${name}.mjs`), recipeIn('docs/monitoring.md', name));
    // As `npm install nodemailer` leaves it there.
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    const [port, mailPort] = await Promise.all([portOf(http), portOf(smtp.server)]);
    const hook = `http://127.0.0.1:${port}`;
    env = {
      SLACK_WEBHOOK_URL: hook,
      TEAMS_WEBHOOK_URL: hook,
      ON_CALL_URL: hook,
      ON_CALL_KEY: 'key-of-the-integration',
      SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
      MAIL_FROM: 'sf@example.com',
      MAIL_TO: 'oncall@example.com',
    };
  });
  beforeEach(() => {
    received.length = 0;
    answers = 200;
  });
  after(async () => {
    http.close();
    await new Promise<void>((resolve) => smtp.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  const send = (sender: Sender, json: string): Promise<Ran> =>
    run(process.execPath, [`${sender}.mjs`], { cwd: folder, env, input: json });

  const sent = async (sender: Sender, json: string): Promise<string> => {
    const { code, stderr } = await send(sender, json);
    expect(code, stderr).to.equal(0);
    expect(received).to.have.lengthOf(1);
    return received[0] ?? '';
  };

  const alarm = envelope(cases.alarm);
  const frozen = /The user is frozen: \d+ failures, \d{4}-\d\d-\d\d \d\d:\d\d UTC to .* UTC\./u;

  it('to Slack, as text without a mark of its own', async () => {
    const odd = {
      ...cases.alarm,
      groups: cases.alarm.groups.map((group) => ({ ...group, title: 'a <!channel> & b' })),
    };
    const { text: said } = JSON.parse(await sent('slack', alarm)) as { text: string };
    expect(said)
      .to.match(/^\*Salesforce logins fail\*\n/u)
      .and.match(frozen);
    received.length = 0;
    expect(await sent('slack', envelope(odd)))
      .to.include('a &lt;!channel&gt; &amp; b')
      .and.not.include('<!channel>');
  });

  it('to Teams, as a card', async () => {
    const { type, attachments } = JSON.parse(await sent('teams', alarm)) as {
      type: string;
      attachments: readonly Card[];
    };
    const { content } = attachments[0]!;
    expect([type, content.type]).to.deep.equal(['message', 'AdaptiveCard']);
    expect(content.body.map((block) => block.text).join('\n'))
      .to.match(/^Salesforce logins fail\n/u)
      .and.match(frozen);
  });

  it('to whoever is on call, and it is closed again', async () => {
    const opened = JSON.parse(await sent('on-call', alarm)) as Record<string, unknown>;
    expect(opened).to.deep.include({ routing_key: 'key-of-the-integration', event_action: 'trigger' });
    expect(opened).to.have.nested.property('payload.summary', 'Salesforce logins fail');
    received.length = 0;
    const closed = JSON.parse(
      await sent('on-call', envelope({ ...cases.alarm, outcome: 'no-alarm' })),
    ) as typeof opened;
    expect(closed)
      .to.deep.include({ dedup_key: opened.dedup_key, event_action: 'resolve' })
      .and.not.have.property('payload');
  });

  it('by e-mail', async () => {
    const mail = await sent('mail', alarm);
    expect(mail)
      .to.match(/^Subject: Salesforce logins fail\r$/mu)
      .and.match(/^To: oncall@example\.com\r$/mu);
    expect(mail.replaceAll(/=\r\n/gu, '')).to.include('The user is frozen');
  });

  it('says too that a look failed, or did not see every login', async () => {
    const failed = JSON.stringify({
      name: 'TargetOrgUnusableError',
      message: 'The session of prod has ended.',
      exitCode: 1,
    });
    expect(await sent('slack', failed)).to.include('The session of prod has ended.');
    received.length = 0;
    expect(await sent('slack', envelope({ ...cases.alarm, outcome: 'inconclusive' }))).to.include(
      'Not every Salesforce login',
    );
  });

  for (const sender of ['slack', 'teams', 'mail'] as const)
    it(`${sender}: nothing while all is well`, async () => {
      const { code } = await send(sender, envelope({ ...cases.alarm, outcome: 'no-alarm' }));
      expect([code, received]).to.deep.equal([0, []]);
    });

  for (const sender of ['slack', 'teams', 'on-call'] as const)
    it(`${sender}: a receiver that refuses makes the job fail`, async () => {
      answers = 403;
      const { code, stderr } = await send(sender, alarm);
      expect(code).to.not.equal(0);
      expect(stderr).to.include('answered 403');
    });

  it('the data is what the command prints', () => {
    expect(JSON.parse(JSON.stringify(cases.alarm))).to.deep.equal(JSON.parse(failuresIn(cases.alarm).json));
  });

  it('the line for cron, from an org whose logins fail to the channel', async () => {
    let started: Started | undefined;
    try {
      started = await startScenario('user-frozen', { home: folder });
      const { stage, info } = started;
      for (let at = 0; at < 25; at += 1)
        addLoginRow(stage.org, {
          at: stage.clock.now() - 600_000 + at * 5000,
          userId: stage.user.id,
          status: 'User Is Frozen',
        });
      const line = recipeIn('docs/monitoring.md', 'send').replace('--target-org prod', '--target-org admin');
      const { code, stderr } = await shellIn(folder, {}, { ...info.env, ...env })(line);
      expect(code, stderr).to.equal(0);
      expect(received.join('\n')).to.match(frozen).and.include('Do: ');
    } finally {
      await started?.stop();
    }
  });
});
