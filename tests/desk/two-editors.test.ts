import { beforeEach, expect, test } from 'vitest';
import { centerAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import { placeSeen, typedBy } from '../support/edit-examples.ts';
import type { FeedMessage } from '#shared/contract/answers.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

let atWork: DeskAtWork;
let incidentId: IncidentId;

beforeEach(() => {
  atWork = centerAtWork();
  incidentId = openedIncident(atWork, atWork.as('Dana'));
});

const place = (name: string, seen: ReturnType<typeof placeSeen>, mine: Partial<typeof seen>) =>
  atWork.desk.answer('incident.set-place', { incidentId, ...seen, ...mine, seen }, atWork.as(name));

test('two people who change different fields of a place both get theirs', () => {
  const seen = placeSeen(atWork, incidentId);
  expect(place('Theo', seen, { address: '1 N Clark' })).toMatchObject({ ok: true });
  expect(place('Dana', seen, { callback: '312-555-0177' })).toMatchObject({ ok: true });
  expect(placeSeen(atWork, incidentId)).toEqual({
    ...seen,
    address: '1 N Clark',
    callback: '312-555-0177',
  });
});

test('who comes second with another address is told both, by whom and when, and nothing is written', () => {
  const seen = placeSeen(atWork, incidentId);
  place('Theo', seen, { address: '1 N Clark' });
  const at = atWork.now().toISOString();
  atWork.pass(1);
  place('Theo', placeSeen(atWork, incidentId), { callback: '312-555-0177' });
  const head = atWork.desk.journal.head();
  const second = place('Dana', seen, { address: '1 N State', areaId: null });
  expect(second).toMatchObject({
    ok: false,
    refused: 'changed-meanwhile',
    meanwhile: [
      {
        field: 'address',
        theirs: '1 N Clark',
        saysTheirs: '1 N Clark',
        saysMine: '1 N State',
        byName: 'Theo',
        at,
      },
    ],
  });
  expect(atWork.desk.journal.head()).toBe(head);
  // Having seen theirs, mine may stand.
  const now = placeSeen(atWork, incidentId);
  expect(place('Dana', now, { address: '1 N State' })).toMatchObject({ ok: true });
  expect(placeSeen(atWork, incidentId).address).toBe('1 N State');
});

test('the same address from two people is no dispute', () => {
  const seen = placeSeen(atWork, incidentId);
  place('Theo', seen, { address: '1 N Clark' });
  expect(place('Dana', seen, { address: '1 N Clark' })).toMatchObject({ ok: true });
});

test('a call type somebody else has set meanwhile is not overwritten unseen', () => {
  const set = (name: string, callType: string, seen: string | null) =>
    atWork.desk.answer('incident.set-call-type', { incidentId, callType, seen }, atWork.as(name));
  const seen = atWork.desk.db
    .prepare("SELECT json_extract(state, '$.callType') FROM board_incidents")
    .pluck()
    .get() as string | null;
  expect(set('Theo', 'WELBNG', seen)).toMatchObject({ ok: true });
  expect(set('Dana', 'SUITHR', seen)).toMatchObject({
    refused: 'changed-meanwhile',
    meanwhile: [{ field: 'callType', label: 'Call type', theirs: 'WELBNG', byName: 'Theo' }],
  });
  expect(set('Dana', 'SUITHR', 'WELBNG')).toMatchObject({ ok: true });
});

test('a language two people noted differently is told with both; what the vehicle needs is put together', () => {
  const [spanish, polish] = ['es', 'pl'].map((language) => ({ language, interpreter: true }));
  const speaks = (name: string, language: typeof polish | null, seen: typeof polish | null) =>
    atWork.desk.answer(
      'incident.set-language',
      { incidentId, language: language ?? null, seen: seen ?? null },
      atWork.as(name),
    );
  expect(speaks('Theo', spanish, null)).toMatchObject({ ok: true });
  expect(speaks('Dana', polish, null)).toMatchObject({
    refused: 'changed-meanwhile',
    meanwhile: [
      { field: 'language', saysTheirs: expect.stringContaining('Spanish'), byName: 'Theo' },
    ],
  });
  expect(speaks('Dana', null, null)).toMatchObject({ ok: true });
  expect(speaks('Dana', polish, spanish ?? null)).toMatchObject({ ok: true });

  const needs = (name: string, capabilities: string[]) =>
    atWork.do(atWork.as(name), 'incident.set-capabilities', { incidentId, capabilities, seen: [] });
  needs('Theo', ['stretcher']);
  needs('Dana', ['wheelchair-lift']);
  expect(
    atWork.do(atWork.as('Dana'), 'incident.focus', { incidentId })?.capabilities.toSorted(),
  ).toEqual(['stretcher', 'wheelchair-lift']);
});

test('what is typed at one window of an operator is heard at their other one, and nowhere else', () => {
  const heard = (name: string) => {
    const session = atWork.as(name);
    const drafts: FeedMessage['draft'][] = [];
    atWork.desk.feed(session, ({ draft }) => void (draft === undefined || drafts.push(draft)));
    return { session, drafts };
  };
  const [here, there, theo] = [heard('Dana'), heard('Dana'), heard('Theo')];
  const note = { subject: `incident/${incidentId}`, field: 'note', over: '' };
  const typed = typedBy(atWork, 'Dana', { ...note, text: 'Door code' });
  atWork.do(here.session, 'draft.save', typed);
  // A window that lags behind: what it saves is older, and nobody hears of it.
  const older = { ...typed, text: 'Door', typedAt: '2001-01-01T00:00:00.000Z' };
  atWork.do(there.session, 'draft.save', older);
  atWork.do(here.session, 'draft.save', { ...typed, text: null });
  expect(there.drafts).toMatchObject([{ text: 'Door code' }, { text: null }]);
  expect([here.drafts, theo.drafts]).toEqual([[], []]);
});
