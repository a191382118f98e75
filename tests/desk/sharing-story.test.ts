import { setPlace } from '../support/edit-examples.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { centerAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import { consentOn, emergencyOn, previewed } from '../support/sharing-examples.ts';
import { talking } from '../support/topic-examples.ts';
import { NOTICE_FILE } from '#main/desk/disclosure/installed-notice.ts';
import type { PacketPreview } from '#shared/board/sharing-view.ts';
import type { Announcement } from '#shared/board/board-rows.ts';
import type { Input, Topic } from '#shared/contract/console-contract.ts';
import { SECTION_FORMS } from '#shared/disclosure/packet.ts';
import { RECIPIENTS, type Purpose, type Recipient } from '#shared/disclosure/recipient.ts';
import type { ConsentId, DisclosureId, IncidentId } from '#shared/lib/brand.ts';

const CLINICAL = 'planted clinical words';
const PART_2 = 'planted substance words';
const JUSTICE = 'planted officer safety words';

let atWork: DeskAtWork;
let incidentId: IncidentId;

beforeEach(() => {
  atWork = centerAtWork();
  incidentId = talking(atWork);
  for (const [kind, text] of [
    ['clinical', CLINICAL],
    ['part-2', PART_2],
  ] as const)
    atWork.do(atWork.as('Cleo'), 'incident.add-note', { incidentId, kind, text });
  atWork.do(atWork.as('Sam'), 'caution.record', {
    about: { kind: 'address', address: '4500 N Broadway, Uptown' },
    kind: 'officer-safety',
    text: JUSTICE,
    source: 'police record',
    expiresOn: '2026-12-31',
  });
});

function preview(recipient: Recipient, purpose: Purpose = 'treatment', by = 'Cleo'): PacketPreview {
  const ask = { incidentId, recipient, receiver: null, purpose };
  return atWork.do(atWork.as(by), 'disclosure.preview', ask);
}

function give(more: Partial<Input<'consent.give'>> = {}): ConsentId {
  const given = atWork.do(atWork.as('Cleo'), 'consent.give', consentOn(incidentId, more));
  return given.made as ConsentId;
}

function refused<T extends Topic>(by: string, topic: T, input: Input<T>): string {
  const head = atWork.desk.journal.head();
  const reply = atWork.desk.answer(topic, input, atWork.as(by));
  expect(reply.ok).toBe(false);
  expect(atWork.desk.journal.head()).toBe(head);
  return reply.ok ? '' : reply.refused;
}

const sharing = (by = 'Cleo') => atWork.do(atWork.as(by), 'sharing.of-incident', { incidentId });
const written = (type: string) =>
  [...atWork.desk.journal.entriesAfter(0)].filter(({ event }) => event.type === type).length;

describe('a consent', () => {
  test('opens clinical text to its recipient, and the next moment without it nothing', () => {
    expect(preview('ems').text).not.toContain(CLINICAL);
    const consentId = give();
    expect(preview('ems').text).toContain(CLINICAL);
    expect(preview('hospital').text).not.toContain(CLINICAL);
    atWork.do(atWork.as('Cleo'), 'consent.revoke', { consentId });
    expect(preview('ems').text).not.toContain(CLINICAL);
    expect(sharing().consents).toMatchObject([{ holds: false, ended: { why: 'revoked' } }]);
  });

  test('that was revoked after the preview lets nothing go', () => {
    const consentId = give();
    const seen = previewed(atWork, incidentId);
    atWork.do(atWork.as('Cleo'), 'consent.revoke', { consentId });
    expect(refused('Cleo', 'disclosure.make', seen)).toBe('packet-changed');
  });

  test('ends at its time without the watch, and a clock set back does not revive it', () => {
    give({ hours: 1 });
    atWork.pass(59);
    const before = previewed(atWork, incidentId);
    atWork.pass(2);
    expect(preview('ems').text).not.toContain(CLINICAL);
    // Refused as changed, and with that written down as ended.
    const reply = atWork.desk.answer('disclosure.make', before, atWork.as('Cleo'));
    expect(reply).toMatchObject({ ok: false, refused: 'packet-changed' });
    expect(written('consent.expired')).toBe(1);
    atWork.pass(-30);
    expect(preview('ems').text).not.toContain(CLINICAL);
    atWork.desk.watch();
    expect([written('consent.expired'), sharing().consents[0]?.holds]).toEqual([1, false]);
  });

  test('is ended by the watch when the clock is set back behind its giving', () => {
    give();
    atWork.pass(-10);
    expect(preview('ems').text).not.toContain(CLINICAL);
    atWork.desk.watch();
    atWork.pass(20);
    atWork.desk.watch();
    expect(preview('ems').text).not.toContain(CLINICAL);
    expect(sharing().consents).toMatchObject([{ ended: { why: 'clock-set-back' } }]);
  });

  test('is seen by clinicians only', () => {
    give();
    expect(sharing('Sam').consents).toEqual([]);
    for (const name of ['Dana', 'Sam', 'Pat']) {
      const view = atWork.do(atWork.as(name), 'incident.focus', { incidentId });
      expect(JSON.stringify(view?.timeline)).not.toMatch(/consent/i);
    }
    const own = atWork.do(atWork.as('Cleo'), 'incident.focus', { incidentId });
    expect(JSON.stringify(own)).toMatch(/Consent \(spoken\): clinical text to EMS/);
  });

  test('outlives a restart', () => {
    give();
    atWork = atWork.reopen();
    expect(preview('ems').text).toContain(CLINICAL);
  });
});

describe('substance-use text', () => {
  test('goes with a written consent, and has the notice under it', () => {
    give({ partitions: ['clinical'] });
    expect(preview('ems').text).not.toContain(PART_2);
    give({ partitions: ['part-2'], way: 'written' });
    const { text } = preview('ems');
    expect(text).toContain(PART_2);
    expect(text).toMatch(/NOTICE\n {2}.*42 CFR 2\.32/);
    expect(preview('hospital').text).not.toContain('42 CFR 2.32');
  });

  test('goes to a receiver only where the policy says that it takes any', () => {
    give({ recipient: 'partner', partitions: ['dispatch', 'part-2'], way: 'written' });
    const to = (receiver: string | null) =>
      atWork.do(atWork.as('Cleo'), 'disclosure.preview', {
        incidentId,
        recipient: 'partner',
        receiver,
        purpose: 'treatment',
      }).text;
    expect(to('opioid-helpline')).toContain(PART_2);
    for (const receiver of ['youth-crisis-line', 'no-such-line', null])
      expect(to(receiver)).not.toContain(PART_2);
  });

  test('never goes to police or dispatch, not even in an emergency', () => {
    for (const recipient of ['police', 'dispatch'] as const)
      expect(preview(recipient, 'emergency').text).not.toContain(PART_2);
    expect(preview('hospital', 'emergency').text).toContain(PART_2);
  });
});

describe('a packet', () => {
  test('goes as it was previewed, with the digest of its text on the record', () => {
    give();
    const seen = previewed(atWork, incidentId);
    const made = atWork.do(atWork.as('Cleo'), 'disclosure.make', seen);
    const [line] = sharing().disclosures;
    expect(line).toMatchObject({
      disclosureId: made.made,
      byName: 'Cleo',
      to: 'Medic Reyes',
      digest: seen.seen.digest,
      emergency: null,
      reviewBy: null,
    });
    expect(line!.nature).toContain('Clinical summary');
    expect(JSON.stringify([...atWork.desk.journal.entriesAfter(made.seq - 1)])).not.toContain(
      CLINICAL,
    );
  });

  test.each<[string, (seen: Input<'disclosure.make'>) => void]>([
    [
      'an answer',
      () =>
        atWork.do(atWork.as('Cleo'), 'incident.answer-fact', {
          incidentId,
          fact: 'weapon-nearby',
          answer: 'yes',
          informant: 'caller-saw',
        }),
    ],
    [
      'the place',
      () =>
        setPlace(atWork, atWork.as('Dana'), {
          incidentId,
          address: '1 Other Street',
          areaId: null,
          callback: '312-555-0111',
        }),
    ],
    ['a consent', () => give()],
  ])('does not go when %s has changed since the preview', (_, change) => {
    const seen = previewed(atWork, incidentId);
    change(seen);
    expect(refused('Cleo', 'disclosure.make', seen)).toBe('packet-changed');
    atWork.do(atWork.as('Cleo'), 'disclosure.make', previewed(atWork, incidentId));
  });

  test('does not go by a preview of a quarter of an hour ago, nor by one from the future', () => {
    const seen = previewed(atWork, incidentId);
    atWork.pass(15);
    expect(refused('Cleo', 'disclosure.make', seen)).toBe('preview-too-old');
    const later = previewed(atWork, incidentId);
    atWork.pass(-10);
    expect(refused('Cleo', 'disclosure.make', later)).toBe('preview-too-old');
  });

  test('that holds nothing does not go', () => {
    const ask = { recipient: 'partner', purpose: 'treatment' } as const;
    const seen = previewed(atWork, incidentId, 'Cleo', ask);
    expect(refused('Cleo', 'disclosure.make', seen)).toBe('nothing-to-share');
  });

  test('made at dispatch holds hazards and officer safety for police, and never for an unarmed team', () => {
    expect(preview('police', 'response', 'Dana').text).toContain(JUSTICE);
    for (const recipient of RECIPIENTS.filter((each) => each !== 'police' && each !== 'dispatch'))
      for (const by of ['Dana', 'Cleo', 'Sam'])
        expect(preview(recipient, 'response', by).text).not.toContain(JUSTICE);
  });

  test('made at dispatch holds no clinical word, whatever was consented to', () => {
    for (const recipient of RECIPIENTS)
      atWork.desk.answer(
        'consent.give',
        consentOn(incidentId, { recipient, purposes: ['treatment', 'response', 'support'] }),
        atWork.as('Cleo'),
      );
    for (const recipient of RECIPIENTS)
      for (const purpose of ['treatment', 'response', 'support', 'emergency'] as const)
        for (const by of ['Dana', 'Sam']) {
          const shown = JSON.stringify(preview(recipient, purpose, by));
          expect(shown).not.toContain(CLINICAL);
          expect(shown).not.toContain(PART_2);
        }
  });

  test('says who said each hazard and how old it is, and what nobody asked', () => {
    atWork.do(atWork.as('Cleo'), 'incident.answer-fact', {
      incidentId,
      fact: 'weapon-nearby',
      answer: 'yes',
      informant: 'caller-was-told',
    });
    atWork.pass(7);
    const { text } = preview('police', 'response', 'Dana');
    expect(text).toMatch(
      /APPROACH\n {2}Firearm or weapon within reach: yes \(caller was told, 12:00, 7 min before\)/,
    );
    expect(text).toContain('For: Police');
    expect(text).toContain('From: Test Center (TEST-1)');
    expect(text).not.toMatch(/diagnosis/i);
  });

  test('can be read back, as far as it went', () => {
    const made = atWork.do(atWork.as('Cleo'), 'disclosure.make', previewed(atWork, incidentId));
    const disclosureId = made.made as DisclosureId;
    const check = { disclosureId, sections: ['location', 'hazards', 'part-2'] } as const;
    atWork.do(atWork.as('Cleo'), 'disclosure.read-back', {
      ...check,
      sections: [...check.sections],
    });
    expect(sharing().disclosures).toMatchObject([{ readBack: 2 }]);
    expect(refused('Cleo', 'disclosure.read-back', { disclosureId, sections: ['part-2'] })).toBe(
      'nothing-read-back',
    );
  });
});

describe('an emergency disclosure', () => {
  const brk = (more: Partial<Input<'disclosure.emergency'>> = {}) =>
    atWork.do(atWork.as('Cleo'), 'disclosure.emergency', emergencyOn(incidentId, more));
  const review = () => atWork.do(atWork.as('Sam'), 'disclosure.to-review', { lines: 50 });

  test('goes at once without a consent, and waits for a supervisor, without a clinical word', () => {
    const made = brk();
    expect(preview('ems', 'emergency').text).toContain(CLINICAL);
    const { lines, waiting } = review();
    expect(waiting).toBe(1);
    expect(lines).toMatchObject([
      {
        disclosureId: made.made,
        byName: 'Cleo',
        to: 'Ambulance 31',
        recipient: 'ems',
        overdue: false,
        reviewed: null,
      },
    ]);
    expect(lines[0]!.basis.join()).toContain('42 CFR 2.51');
    expect(lines[0]!.nature).toContain(SECTION_FORMS.clinical.title);
    expect(JSON.stringify(review())).not.toContain(CLINICAL);
  });

  test('opens to police what is necessary and no more', () => {
    brk({ recipient: 'police' });
    const { nature } = review().lines[0]!;
    expect(nature).toContain('Suicide risk screen');
    expect(nature).not.toContain('Clinical summary');
    expect(preview('police', 'emergency').text).not.toContain(CLINICAL);
  });

  test('is reviewed once, by another person, with words', () => {
    const disclosureId = brk().made as DisclosureId;
    expect(refused('Sam', 'disclosure.review', { disclosureId, words: ' ' })).toBe('words-needed');
    atWork.do(atWork.as('Sam'), 'disclosure.review', { disclosureId, words: 'Right to do so.' });
    expect(review()).toMatchObject({
      waiting: 0,
      lines: [{ reviewed: { words: 'Right to do so.', byName: 'Sam' }, reviewBy: null }],
    });
    expect(refused('Sam', 'disclosure.review', { disclosureId, words: 'Again.' })).toBe(
      'nothing-to-review',
    );
  });

  test('nobody reviews is said aloud after three days, once, and stays on top', () => {
    const said: Announcement[] = [];
    brk();
    atWork.desk.subscribe((patch) => said.push(...patch.announcements));
    atWork.pass(3 * 24 * 60 - 1);
    atWork.desk.watch();
    expect(written('disclosure.review-overdue')).toBe(0);
    atWork.pass(1);
    atWork.desk.watch();
    atWork.desk.watch();
    expect(written('disclosure.review-overdue')).toBe(1);
    expect(said.filter(({ text }) => /3 days for its review/.test(text))).toHaveLength(1);
    brk();
    expect(review().lines.map(({ overdue }) => overdue)).toEqual([true, false]);
  });

  test('takes a reason', () => {
    const bare = emergencyOn(incidentId, { why: ' ' });
    expect(refused('Cleo', 'disclosure.emergency', bare)).toBe('reason-needed');
  });
});

test('paper and files are made by a window, which puts them on the record first', () => {
  const seen = { ...previewed(atWork, incidentId), way: 'eido' as const };
  expect(refused('Cleo', 'disclosure.make', seen)).toBe('no-window');
  const gone = atWork.desk.letGo({ ...seen, incidentId }, atWork.as('Cleo').operator!);
  if ('refused' in gone) throw new Error(gone.because);
  expect(gone.outgoing.preview.digest).toBe(seen.seen.digest);
  expect(JSON.parse(gone.outgoing.file ?? '')).toMatchObject({ eidoVersion: '1.0' });
  expect(sharing().disclosures).toMatchObject([{ way: 'eido', digest: seen.seen.digest }]);
});

test('the accounting lists who got what and why, as a table no spreadsheet takes for formulas', () => {
  atWork.do(atWork.as('Cleo'), 'disclosure.emergency', emergencyOn(incidentId, { to: '=1+1' }));
  openedIncident(atWork, atWork.as('Dana'));
  const file = atWork.do(atWork.as('Sam'), 'disclosure.accounting', { incidentId });
  expect(file.fileName).toMatch(/^disclosures-\d+\.csv$/);
  const rows = file.csv.trimEnd().split('\r\n');
  expect(rows).toHaveLength(2);
  expect(rows[1]).toContain(",EMS,'=1+1,Emergency,");
  expect(file.csv).not.toContain(CLINICAL);
});

test('what the center installed as its notice stands on what holds Part 2', () => {
  writeFileSync(join(atWork.folder, NOTICE_FILE), 'Words chosen by counsel.\n');
  expect(preview('ems', 'emergency').text).toContain('Words chosen by counsel.');
  expect(preview('ems').text).not.toContain('Words chosen by counsel.');
});
