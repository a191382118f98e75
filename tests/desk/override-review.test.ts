import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  centerAtWork,
  accept,
  clearOfDanger,
  openedIncident,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import { Passphrases } from '#main/desk/access/passphrases.ts';
import { DeskCore } from '#main/desk/desk-core.ts';
import { realTimers } from '#main/desk/training/timers.ts';
import type { Session } from '#main/desk/desk.ts';
import { DATABASE_FILE } from '#main/desk/store-file.ts';
import { overrideAnswers } from '#main/desk/review/override-review.ts';
import { policyHash } from '#main/desk/shipped-policy.ts';
import type { OverrideReview } from '#shared/board/override-review.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

let atWork: DeskAtWork;
let core: DeskCore;
let dana: Session;

beforeEach(() => {
  atWork = centerAtWork();
  core = coreOf(atWork);
  dana = atWork.as('Dana');
});
afterEach(() => {
  core.close();
  atWork.desk.close();
});

/** Another position at the same center. */
function coreOf({ folder, now }: DeskAtWork): DeskCore {
  const file = join(folder, DATABASE_FILE);
  const newId = () => 'never used';
  return new DeskCore({
    file,
    mode: 'training',
    position: 'review',
    now,
    newId,
    log: () => {},
    timers: realTimers,
    soon: () => () => {},
    passphrases: new Passphrases('training'),
  });
}

function review(lines = 100): OverrideReview {
  const read = overrideAnswers(core)['decisions.overrides']({ lines }, atWork.as('Sam'));
  if (isRefusal(read)) throw new Error(read.because);
  return read;
}

/** A call on which a team in person is recommended. */
function forATeam(callType: string | null = 'MHDIST'): IncidentId {
  const incidentId = openedIncident(atWork, dana, { callType });
  clearOfDanger(atWork, dana, incidentId);
  answer(incidentId, 'behavioral');
  answer(incidentId, 'in-person-need');
  return incidentId;
}

function answer(incidentId: IncidentId, fact: string, given: 'yes' | 'no' = 'yes'): void {
  const informant = 'caller-saw';
  atWork.do(dana, 'incident.answer-fact', { incidentId, fact, answer: given, informant });
}

function choose(incidentId: IncidentId, response: string, second = false): void {
  const view = atWork.do(dana, 'incident.focus', { incidentId });
  if (view === null) throw new Error('No such incident.');
  const { level, responseId } = view.recommendation;
  atWork.do(dana, 'incident.decide', {
    incidentId,
    seen: { level, response: responseId },
    response,
    reason: 'I know this person.',
    secondPerson: second ? { operatorId: atWork.idOf('Theo'), passphrase: '' } : null,
  });
}

test('a center where nobody has decided has nothing to review', () => {
  const nothing = { decisions: 0, up: 0, down: 0, same: 0, total: 0 };
  expect(review()).toEqual({ ...nothing, rates: [], lines: [] });
});

test('rates count what followed the recommendation and which way the others went', () => {
  for (const response of ['co-response', 'clinician-phone', 'substance-use'])
    choose(forATeam(), response);
  accept(atWork, dana, forATeam());
  accept(atWork, dana, forATeam(null));
  const { rates, lines, ...sums } = review();
  expect(sums).toEqual({ decisions: 5, up: 1, down: 1, same: 1, total: 3 });
  expect(rates).toEqual([
    {
      callType: 'MHDIST',
      label: 'Mental-health disturbance',
      decisions: 4,
      up: 1,
      down: 1,
      same: 1,
    },
    { callType: null, label: 'Type not set', decisions: 1, up: 0, down: 0, same: 0 },
  ]);
  expect(lines.map(({ direction }) => direction)).toEqual(['same', 'down', 'up']);
});

test('a line says who chose what instead of what, and why', () => {
  const incidentId = openedIncident(atWork, dana, { callType: 'WELBNG' });
  clearOfDanger(atWork, dana, incidentId);
  answer(incidentId, 'threats');
  choose(incidentId, 'behavioral-health', true);
  const { policy } = core.requirePolicy();
  expect(review().lines).toEqual([
    {
      seq: expect.any(Number),
      at: atWork.now().toISOString(),
      byName: 'Dana',
      incidentId,
      number: 1,
      callTypeLabel: 'Check well-being',
      area: 'Uptown',
      direction: 'down',
      recommended: { level: 'L3', response: 'co-response', label: 'Co-response ambulance' },
      chosen: { level: 'L2', response: 'behavioral-health', label: 'Behavioral-health team' },
      reason: 'I know this person.',
      secondPersonName: 'Theo',
      policyVersion: policy.version,
      outcome: null,
      later: [],
    },
  ]);
});

test('police now is neither a decision nor a line, but what came later says it', () => {
  const incidentId = forATeam();
  choose(incidentId, 'clinician-phone');
  atWork.pass(6);
  answer(incidentId, 'threats');
  atWork.pass(6);
  atWork.do(dana, 'incident.upgrade', { incidentId, services: ['police', 'ems'] });
  atWork.pass(2);
  choose(incidentId, 'co-response', true);
  const { decisions, total, lines } = review();
  // The first choice and the one after the upgrade; only the first is against the recommendation.
  expect([decisions, total]).toEqual([2, 1]);
  expect(lines.at(-1)?.later).toEqual([
    'Raised to L3 after 6 min',
    'Police and EMS called after 12 min',
    'Decided anew: Co-response ambulance after 14 min',
  ]);
});

test('what came before a line is not told as later, nor what came to another incident', () => {
  const first = forATeam();
  atWork.do(dana, 'incident.upgrade', { incidentId: first, services: ['ems'] });
  choose(first, 'clinician-phone');
  const other = forATeam();
  answer(other, 'threats');
  atWork.do(dana, 'incident.upgrade', { incidentId: other, services: ['police'] });
  expect(review().lines.map(({ later }) => later)).toEqual([[]]);
});

test('an incident that came back to dispatch says so', () => {
  const incidentId = forATeam();
  choose(incidentId, 'clinician-phone');
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'phone.take', { incidentId });
  atWork.pass(8);
  const reason = 'She will not talk.';
  atWork.do(cleo, 'phone.escalate', { incidentId, know: reason, stays: false });
  const [line] = review().lines;
  expect(line?.later).toEqual(['Came back to dispatch after 8 min']);
});

test('the outcome is the disposition it was closed with', () => {
  const incidentId = forATeam();
  choose(incidentId, 'community-partner');
  expect(review().lines[0]?.outcome).toBeNull();
  atWork.do(dana, 'incident.close', {
    incidentId,
    disposition: 'referred',
    note: 'To the center.',
  });
  expect(review().lines[0]?.outcome).toBe('Referred');
});

test('lines are the newest, as many as asked for, and the total counts them all', () => {
  const incidents = [1, 2, 3, 4].map(() => forATeam());
  for (const incidentId of incidents) {
    choose(incidentId, 'co-response');
    atWork.pass(1);
  }
  const { lines, total } = review(2);
  expect(lines.map(({ number }) => number)).toEqual([4, 3]);
  expect(total).toBe(4);
  expect(review(0)).toMatchObject({ lines: [], total: 4 });
});

test('a line keeps the label its response had under the policy of that decision', () => {
  choose(forATeam(), 'co-response');
  const { policy } = core.requirePolicy();
  const renamed = {
    ...policy,
    version: 'renamed',
    responses: policy.responses.map((each) => ({ ...each, label: `New ${each.label}` })),
    callTypes: policy.callTypes.filter(({ code }) => code !== 'MHDIST'),
  };
  atWork.desk.record(
    [
      {
        type: 'policy.adopted',
        hash: policyHash(renamed),
        policy: renamed,
        effectiveFrom: atWork.now().toISOString(),
        how: 'published',
        proposedBy: atWork.idOf('Sam'),
        approvedBy: atWork.idOf('Sam'),
        reason: 'Renamed.',
      },
    ],
    atWork.idOf('Sam'),
  );
  core.close();
  core = coreOf(atWork);
  choose(forATeam('WELBNG'), 'co-response');
  const { lines, rates } = review();
  expect(lines.map(({ chosen }) => chosen.label)).toEqual([
    'New Co-response ambulance',
    'Co-response ambulance',
  ]);
  // Types are called as they are called now; one the policy no longer has goes by its code.
  expect(rates.map(({ label }) => label).sort()).toEqual(['Check well-being', 'MHDIST']);
});

test('nothing a caller said, no note and no address is in it', () => {
  const incidentId = forATeam();
  atWork.do(dana, 'incident.add-note', { incidentId, kind: 'dispatch', text: 'Gate code 4.' });
  choose(incidentId, 'clinician-phone');
  const cleo = atWork.as('Cleo');
  atWork.do(cleo, 'phone.take', { incidentId });
  atWork.do(cleo, 'incident.add-note', { incidentId, kind: 'clinical', text: 'Has slept.' });
  atWork.do(cleo, 'phone.escalate', {
    incidentId,
    know: 'Will not talk.',
    stays: false,
  });
  const told = JSON.stringify(review());
  for (const kept of ['brother', 'Gate code', 'slept', 'Will not talk', 'Broadway', '555'])
    expect(told).not.toContain(kept);
});
