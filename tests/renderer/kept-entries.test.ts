import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const RENDERER = join(import.meta.dirname, '../../renderer');
const ENTRY =
  /<(TextField|textarea|input|Combobox|Select|select|PickList|ReasonForm|AskWhy|SecondPerson|SignedByTwo)\b/;
const KEPT = /\buse(Draft|Typed|NoteDraft|Outcome)(<[^(]*>)?\(/;

/** Controls that hold nothing themselves: whoever uses them keeps what is typed. */
const PARTS = [
  'clinician/ending-form.tsx',
  'clinician/follow-up-fields.tsx',
  'clinician/going-on-form.tsx',
  'clinician/outcome-bar.tsx',
  'incident/advice-banner.tsx',
  'incident/asked-nomination.tsx',
  'intake-lines/address-fields.tsx',
  'intake-lines/listener-fields.tsx',
  'intake-lines/other-fields.tsx',
  'outage/card-select.tsx',
  'outage/card-time.tsx',
  'outcomes/assumption-history.tsx',
  'outcomes/staffing-form.tsx',
  'outcomes/staffing-phone.tsx',
  'parts/choice-row.tsx',
  'parts/combobox.tsx',
  'parts/field.tsx',
  'parts/file-field.tsx',
  'parts/hours-lines.tsx',
  'person/people-list.tsx',
  'person/person-calls.tsx',
  'person/person-details.tsx',
  'person/person-notes.tsx',
  'person/person-others.tsx',
  'plan/guardian-fields.tsx',
  'plan/plan-step.tsx',
  'plan/select.tsx',
  'referral/day-and-time.tsx',
  'sheets/alarm-over.tsx',
  'sheets/pick-list.tsx',
  'sheets/response-choice.tsx',
  'sheets/status-reasons.tsx',
  'sheets/with-reason.tsx',
  'units/capability-choice.tsx',
];

/** Every other entry whose words are kept nowhere, each with why nobody loses work by it. */
const NOT_KEPT: Readonly<Record<string, string>> = {
  'first-run/person-fields.tsx': 'nobody is signed on, and passphrases are typed there',
  'first-run/set-up-form.tsx': 'nobody is signed on, and passphrases are typed there',
  'sign-on/passphrase.tsx': 'a passphrase is kept nowhere',
  'sign-on/sign-on.tsx': 'a name to choose from a list',
  'accounts/auto-lock.tsx': 'one number that holds at once',
  'accounts/find-account.tsx': 'narrows a list',
  'accounts/new-passphrase.tsx': 'a passphrase is kept nowhere',
  'accounts/own-passphrase.tsx': 'a passphrase is kept nowhere',
  'audit/audit-filter.tsx': 'narrows a list',
  'audit/signing-key.tsx': 'a passphrase is kept nowhere',
  'copies/restore-form.tsx': 'a passphrase is kept nowhere',
  'lock/report-duress.tsx': 'the desk is locked, and nothing may hold up a duress',
  'lock/switch-person.tsx': 'a name to choose from a list',
  'lock/unlock.tsx': 'a passphrase is kept nowhere',
  'parts/second-person.tsx': 'a passphrase is kept nowhere',
  'store-key/center-passphrase.tsx': 'a passphrase is kept nowhere',
  'store-key/own-passphrase.tsx': 'a passphrase is kept nowhere',
  'store-key/protect-form.tsx': 'a key is kept nowhere but on paper',
  'store-key/unlock.tsx': 'a passphrase is kept nowhere',
  'retention/shredding.tsx': 'a passphrase is kept nowhere',
  'sheets/signed-by-two.tsx': 'a passphrase is kept nowhere',
  'sheets/approval.tsx': 'a passphrase is kept nowhere',
  'policy/proposal-sheet.tsx': 'a passphrase is kept nowhere',
  'keys/command-line.tsx': 'what is left of an order must not become part of the next one',
  'incident/incident-header.tsx': 'a choice that is sent at once',
  'transfer/consent-step.tsx': 'one choice that is sent with the answer',
  'referral/send-form.tsx': 'one choice that is sent with the packet',
  'sharing/recipient-choice.tsx': 'a choice of what is shown',
  'sharing/read-back.tsx': 'ticks while something is read aloud once',
  'monitor/monitor-pane.tsx': 'a choice of what is shown',
  'directory/directory-filters.tsx': 'narrows a list',
  'directory/directory-finder.tsx': 'narrows a list',
  'overrides/override-filter.tsx': 'narrows a list',
  'outcomes/period-chooser.tsx': 'a choice of what is shown',
  'sheets/find-sheet.tsx': 'narrows a list',
  'sheets/keys-sheet.tsx': 'narrows a list',
  'sheets/past-calls-sheet.tsx': 'narrows a list',
  'sheets/status-sheet.tsx': 'narrows a list',
  'sheets/transfer-sheet.tsx': 'narrows a list',
  'sheets/workstation.tsx': 'a preference that holds at once',
  'strip/look-and-sound.tsx': 'a preference that holds at once',
  'directory/import-sheet.tsx': 'a file that is chosen again',
  'roster/import-sheet.tsx': 'a file that is chosen again',
  'map/area-matches.tsx': 'belongs to a file that is chosen again',
  'duplicate/by-number.tsx': 'a number to look for',
  'intake-lines/token-once.tsx': 'a token is shown once and kept nowhere',
  'policy/conditions-editor.tsx': 'goes into the policy draft at once',
  'policy/order-editor.tsx': 'goes into the policy draft at once',
  'policy/rules-table.tsx': 'goes into the policy draft at once',
  'policy/set-editor.tsx': 'goes into the policy draft at once',
  'policy/states-editor.tsx': 'goes into the policy draft at once',
};

/** Parts of the console whose entries are about a file or a table that is chosen again. */
const OF_A_FILE = ['import/', 'call-type/', 'location/', 'place/'];

const source = (file: string) => readFileSync(join(RENDERER, file), 'utf8');
const entries = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.tsx') && ENTRY.test(source(file)));

test('every entry of the console keeps what is typed, or says why nothing is lost', () => {
  const unkept = entries
    .filter((file) => !KEPT.test(source(file)))
    .filter((file) => !PARTS.includes(file) && !(file in NOT_KEPT))
    .filter((file) => !OF_A_FILE.some((folder) => file.startsWith(folder)));
  expect(unkept).toEqual([]);
  expect(entries.length).toBeGreaterThan(90);
});

test('the table names no file that is gone or is kept by now', () => {
  const stale = [...PARTS, ...Object.keys(NOT_KEPT)].filter((file) => !entries.includes(file));
  expect(stale).toEqual([]);
});

test('no passphrase goes into anything that is kept', () => {
  for (const file of entries) {
    const kept = [...source(file).matchAll(/useTyped(?:<[^(]*>)?\([^;]*;/g)].map(([text]) => text);
    expect(
      kept.filter((text) => /passphrase/i.test(text)),
      file,
    ).toEqual([]);
  }
});
