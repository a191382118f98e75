import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { desk } from '../import/import-folder.ts';
import {
  centerAtWork,
  openAtWork,
  temporaryFolder,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { acceptedReferral, CLINIC, codeOf, lineOf, linesOf } from '../support/referral-examples.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
let incidentId: IncidentId;
let code: string;
const files = temporaryFolder();
let count = 0;
const file = () => join(files, `file-${(count += 1)}.json`);

// The command line has the clock of the machine, so the referral is made by it too.
beforeEach(() => {
  const center = centerAtWork();
  center.desk.close();
  atWork = openAtWork(center.folder, new Date().toISOString());
  const referralId = acceptedReferral(atWork);
  ({ incidentId } = lineOf(atWork, referralId));
  code = codeOf(atWork, referralId);
  atWork.desk.close();
});

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(new Date());

async function keyFor(name: string) {
  const key = file();
  const made = await desk('partner-key', name, '--out', key, '--data', atWork.folder);
  return { key, made, answer: JSON.parse(made.out) as { keyId: string } };
}

const sign = (key: string, out: string, ...more: string[]) =>
  desk('sign-arrival', '--key', key, '--code', code, '--arrived', today, '--out', out, ...more);
const confirm = (path: string) => desk('confirm-arrivals', path, '--data', atWork.folder);
const standing = () => {
  const again = openAtWork(atWork.folder);
  const [line] = linesOf(again, incidentId);
  again.desk.close();
  return line?.standing;
};

test('the center makes a key, the place signs who came, and the center records it once', async () => {
  const { key, made } = await keyFor(`  ${CLINIC.toUpperCase()} `);
  expect(made.code).toBe(0);
  expect(statSync(key).mode & 0o777).toBe(0o600);
  const out = file();
  expect((await sign(key, out)).code).toBe(0);
  const first = await confirm(out);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(first.out)).toMatchObject({ fault: null, recorded: 1, known: 0, refused: [] });
  expect(standing()).toMatchObject({ state: 'arrived', arrival: { by: 'signed-file', on: today } });
  // The same person again, with a first service: one line, signed anew.
  await sign(key, out, '--served', today);
  expect(JSON.parse(readFileSync(out, 'utf8')).arrivals).toHaveLength(1);
  expect((await confirm(out)).code).toBe(0);
  expect(standing()).toMatchObject({ state: 'linked' });
  expect(JSON.parse((await confirm(out)).out)).toMatchObject({ recorded: 0, known: 1 });
  // What the place keeps is nowhere at the center.
  const { privateKey } = JSON.parse(readFileSync(key, 'utf8')) as { privateKey: string };
  const { folder } = atWork;
  expect(readFileSync(join(folder, 'caredesk.sqlite')).includes(privateKey)).toBe(false);
});

test('a key of another place, a changed file and a key that was taken back confirm nothing', async () => {
  const other = await keyFor('Another Place');
  const out = file();
  await sign(other.key, out);
  const refused = await confirm(out);
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/arrival 1: This code belongs to a referral to another place/);
  const { key, answer } = await keyFor(CLINIC);
  const right = file();
  await sign(key, right);
  const changed = file();
  writeFileSync(
    changed,
    readFileSync(right, 'utf8').replace('"servedOn": null', `"servedOn": "${today}"`),
  );
  expect(await confirm(changed)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/signature is wrong.*Nothing was recorded/),
  });
  expect((await desk('revoke-partner-key', answer.keyId, '--data', atWork.folder)).code).toBe(0);
  expect((await confirm(right)).err).toMatch(/was taken back/);
  expect(standing()).toMatchObject({ state: 'accepted' });
});

test.each([
  [['partner-key', 'X', '--data', '/nowhere', '--out', 'x'], /no CareDesk journal/],
  [
    ['sign-arrival', '--key', '/nowhere/k', '--code', 'x', '--arrived', 'x', '--out', 'x'],
    /no such file/,
  ],
  [['confirm-arrivals', '/nowhere/a', '--data', '/nowhere'], /no such file/],
] as const)('%j says what is missing', async (args, why) => {
  expect(await desk(...args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(why) });
});

test('the place is told of a wrong code, a wrong date, a file of another key and one that is no key', async () => {
  const { key } = await keyFor(CLINIC);
  const [out, ours] = [file(), file()];
  const signed = (...args: string[]) => desk('sign-arrival', ...args);
  const base = ['--key', key, '--out', out];
  expect((await signed(...base, '--code', 'ABC', '--arrived', today)).err).toMatch(
    /letters and digits/,
  );
  expect((await signed(...base, '--code', code, '--arrived', '5 March')).err).toMatch(
    /--arrived is no date/,
  );
  expect((await signed(...base, '--code', code, '--arrived', today, '--served', 'x')).err).toMatch(
    /--served is no date/,
  );
  await sign(key, ours);
  const { key: another } = await keyFor('Another Place');
  expect((await sign(another, ours)).err).toMatch(/signed with another key/);
  expect((await sign(ours, out)).err).toMatch(/no key of a receiving place/);
  const again = await desk('partner-key', 'X', '--out', key, '--data', atWork.folder);
  expect(again).toMatchObject({ code: 2, err: expect.stringMatching(/is there already/) });
  const unknown = await desk('revoke-partner-key', 'nobody', '--data', atWork.folder);
  expect(unknown.err).toMatch(/there is no key nobody/);
});
