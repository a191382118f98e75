import { expect, test } from 'vitest';
import { ownFile } from '../support/invented-screener.ts';
import { centerAtWork, PASSPHRASE, type DeskAtWork } from '../support/desk-at-work.ts';
import { proposedScreener, screenerInForce, screening } from '../support/screen-examples.ts';
import { talking } from '../support/topic-examples.ts';
import type { Session } from '#main/desk/desk.ts';
import { keptWords } from '#db/journal/kept-words.ts';
import type { FeedMessage } from '#shared/contract/answers.ts';
import type { Input } from '#shared/contract/console-contract.ts';
import type { IncidentId } from '#shared/lib/brand.ts';

type Given = Omit<Input<'screen.answer'>, 'incidentId' | 'screenId'>;

function answering(atWork: DeskAtWork, on: ReturnType<typeof screening>) {
  return (role: Given['role'], answer: Given['answer'], informant: Given['informant'] = 'person') =>
    atWork.do(atWork.as('Cleo'), 'screen.answer', { ...on, role, answer, informant });
}

function hearing(atWork: DeskAtWork, name: string, focus: IncidentId): FeedMessage[] {
  const session: Session = { ...atWork.as(name), focus };
  const heard: FeedMessage[] = [];
  atWork.desk.feed(session, (message) => heard.push(structuredClone(message)));
  return heard;
}

const viewOf = (atWork: DeskAtWork, name: string, incidentId: IncidentId) =>
  atWork.do(atWork.as(name), 'incident.focus', { incidentId })!;
const textsOf = (atWork: DeskAtWork, name: string, incidentId: IncidentId) =>
  viewOf(atWork, name, incidentId).timeline.map(({ text }) => text);

test('a high answer and the raised level are one commit and one patch, at the dispatcher’s too', () => {
  const atWork = centerAtWork();
  const on = screening(atWork, talking(atWork));
  const answer = answering(atWork, on);
  answer('thoughts', 'yes');
  const heard = hearing(atWork, 'Dana', on.incidentId);
  const head = atWork.desk.journal.head();
  answer('plan', 'yes');

  expect(heard).toHaveLength(1);
  const [message] = heard;
  expect(message?.patch).toMatchObject({ from: head, incidents: [{ level: 'L3' }] });
  expect(message?.patch.announcements.map(({ text }) => text)).toEqual([
    expect.stringMatching(/raised to L3/),
  ]);
  const written = [...atWork.desk.journal.entriesAfter(head)];
  expect(written.map(({ event }) => event.type)).toEqual([
    'screen.answered',
    'incident.fact-answered',
    'incident.level-raised',
  ]);
  expect(new Set(written.map(({ at }) => at)).size).toBe(1);
  expect(message?.patch.revision).toBe(written.at(-1)?.seq);
  expect(message?.focus).toMatchObject({ suicideScreen: 'high', clinical: null });
});

test('dispatch hears a word for danger and no answer; the clinician reads the whole screen', () => {
  const atWork = centerAtWork();
  const on = screening(atWork, talking(atWork));
  const answer = answering(atWork, on);
  const heard = ['Pat', 'Dana', 'Sam', 'Ada'].flatMap((name) => [
    hearing(atWork, name, on.incidentId),
  ]);
  answer('wish', 'refused');
  answer('thoughts', 'yes', 'third-party');
  atWork.do(atWork.as('Cleo'), 'screen.finish', on);

  const said = JSON.stringify([
    heard,
    ['Pat', 'Dana', 'Sam', 'Ada'].map((name) => viewOf(atWork, name, on.incidentId)),
    atWork.do(atWork.as('Dana'), 'board.snapshot', {}),
    atWork.do(atWork.as('Dana'), 'find.anything', { text: 'refused' }),
  ]);
  const clinicalWords = [
    'Wish to be dead',
    'refused to',
    'somebody else',
    'third-party',
    'screenId',
  ];
  expect(clinicalWords.filter((words) => said.toLowerCase().includes(words.toLowerCase()))).toEqual(
    [],
  );
  expect(viewOf(atWork, 'Dana', on.incidentId).suicideScreen).toBe('not-established');
  expect(textsOf(atWork, 'Dana', on.incidentId)).toContain(
    'Suicide screen: not established, never read as low',
  );

  const clinical = textsOf(atWork, 'Imani', on.incidentId);
  expect(clinical).toEqual(
    expect.arrayContaining([
      'Suicide screen begun',
      'Screen, wish to be dead: refused to answer (the person)',
      'Screen, thoughts of suicide: yes (somebody else)',
    ]),
  );
  expect(clinical.join('\n')).toMatch(/Suicide screen: not established\. Refused: wish to be dead/);
  const { screen } = viewOf(atWork, 'Imani', on.incidentId).clinical!;
  expect(screen.screens).toMatchObject([
    { beganByName: 'Cleo', result: { kind: 'not-established' }, finished: { byName: 'Cleo' } },
  ]);
});

test('no answer of a screen stands in the journal itself or in a derived table', () => {
  const atWork = centerAtWork();
  const on = screening(atWork, talking(atWork));
  answering(atWork, on)('wish', 'unable', 'third-party');
  atWork.do(atWork.as('Cleo'), 'screen.finish', on);
  const { db } = atWork.desk;
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND (name LIKE 'board%' OR name = 'journal')",
    )
    .pluck()
    .all() as string[];
  expect(tables).toContain('board_screens');
  const holding = tables.filter((table) =>
    JSON.stringify(db.prepare(`SELECT * FROM "${table}"`).all()).includes('unable'),
  );
  expect(holding).toEqual([]);
  const kept = db.prepare('SELECT seq FROM kept_clinical').pluck().all() as number[];
  expect(kept).toHaveLength(2);
  for (const seq of kept)
    expect(JSON.stringify(keptWords(db, 'clinical', seq))).toContain('unable');
});

test('an established low screen puts nothing on the dispatcher’s line but the fact answers', () => {
  const atWork = centerAtWork();
  const on = screening(atWork, talking(atWork));
  const answer = answering(atWork, on);
  answer('wish', 'yes');
  answer('thoughts', 'no');
  answer('behavior', 'no');
  atWork.do(atWork.as('Cleo'), 'screen.finish', on);
  const view = viewOf(atWork, 'Dana', on.incidentId);
  expect(view.suicideScreen).toBeNull();
  expect(view.timeline.some(({ text }) => text.includes('creen:'))).toBe(false);
  // It was raised while the screen was open. Only a person takes that back.
  const row = atWork
    .do(atWork.as('Dana'), 'board.snapshot', {})
    .incidents.find(({ incidentId }) => incidentId === on.incidentId);
  expect(row?.level).toBe('L2');
});

test('each answer is durable by itself: a desk that dies in the middle goes on where it was', () => {
  const before = centerAtWork();
  const on = screening(before, talking(before));
  answering(before, on)('thoughts', 'yes');
  const atWork = before.reopen();
  expect(viewOf(atWork, 'Cleo', on.incidentId).clinical?.screen.screens).toMatchObject([
    { screenId: on.screenId, finished: null, answers: { thoughts: { answer: 'yes' } } },
  ]);
  answering(atWork, on)('intent', 'yes');
  expect(viewOf(atWork, 'Dana', on.incidentId).suicideScreen).toBe('high');
});

test('a wording is proposed, read by a second person and in force; the next screen is asked in it', () => {
  const atWork = centerAtWork();
  const { incidentId } = screening(atWork, talking(atWork));
  const hash = proposedScreener(atWork);
  const own = atWork.desk.answer(
    'screener.approve',
    { hash, secondPerson: null },
    atWork.as('Sam'),
  );
  expect(own).toMatchObject({ ok: false, refused: 'author-approves' });
  const second = { operatorId: atWork.idOf('Ada'), passphrase: PASSPHRASE };
  atWork.do(atWork.as('Sam'), 'screener.approve', { hash, secondPerson: second });

  const kept = atWork.do(atWork.as('Ada'), 'screener.kept', {});
  expect(kept).toMatchObject({
    waiting: null,
    inForce: { hash, title: 'Invented screen', approvedByName: 'Ada', proposedByName: 'Sam' },
  });
  const wording = atWork.do(atWork.as('Cleo'), 'screener.wording', { hash });
  expect(wording?.questions[0]?.wording).toContainEqual({
    language: 'en',
    text: 'Invented question about wish?',
  });

  // The one under way keeps what it began with; a later one takes the new wording.
  const screens = () => viewOf(atWork, 'Cleo', incidentId).clinical!.screen;
  expect(screens()).toMatchObject({ inForce: hash, screens: [{ instrument: null }] });
  const screenId = screens().screens[0]!.screenId;
  atWork.do(atWork.as('Cleo'), 'screen.finish', { incidentId, screenId });
  screening(atWork, incidentId);
  expect(screens().screens.map(({ instrument }) => instrument)).toEqual([null, hash]);
});

test('a wrong wording is taken away in one step, earlier ones stay readable, and nothing goes back twice', () => {
  const atWork = centerAtWork();
  const sam = atWork.as('Sam');
  const first = screenerInForce(atWork);
  const text = JSON.stringify(ownFile({ title: 'Second screen' }));
  const second = screenerInForce(atWork, { text });
  atWork.do(sam, 'screener.withdraw', { hash: second, reason: 'A question is missing a word.' });
  const kept = atWork.do(sam, 'screener.kept', {});
  expect(kept).toMatchObject({ inForce: { hash: first }, stepBack: null });
  expect(kept.earlier.map(({ hash, withdrawn }) => [hash, withdrawn])).toEqual([
    [second, 'A question is missing a word.'],
    [first, null],
  ]);
  expect(atWork.do(sam, 'screener.wording', { hash: second })?.title).toBe('Second screen');
  const again = atWork.desk.answer('screener.withdraw', { hash: first, reason: 'x' }, sam);
  expect(again).toMatchObject({ ok: false, refused: 'one-step-only' });
});

test.each([
  ['{', /line 1/],
  ['', /empty/],
  ['{}', /neither a FHIR/],
  [JSON.stringify(ownFile({ questions: [] })), /lacks wish/],
])('a file that is no screen is examined and refused: %#', (text, says) => {
  const atWork = centerAtWork();
  const sam = atWork.as('Sam');
  const seen = atWork.do(sam, 'screener.examine', { text });
  expect(seen.instrument).toBeNull();
  expect(seen.faults.join('\n')).toMatch(says);
  const proposal = { text, source: 'x.json', registration: 'none' };
  expect(atWork.desk.answer('screener.propose', proposal, sam)).toMatchObject({
    ok: false,
    refused: 'no-screener',
  });
});

test('a screen of another incident, or none, is not answered here', () => {
  const atWork = centerAtWork();
  const on = screening(atWork, talking(atWork));
  const other = talking(atWork);
  const cleo = atWork.as('Cleo');
  const given = { role: 'wish', answer: 'yes', informant: 'person' };
  for (const wrong of [
    { ...on, incidentId: other },
    { ...on, screenId: 'gone' },
  ])
    expect(atWork.desk.answer('screen.answer', { ...wrong, ...given }, cleo)).toMatchObject({
      ok: false,
      refused: 'no-screen',
    });
});
