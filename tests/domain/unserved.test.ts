import { expect, test } from 'vitest';
import {
  answered,
  choice,
  cleared,
  cleo,
  context,
  couldTalk,
  dana,
  decided,
  fold,
  given,
  incidentId,
  moved,
  policy,
  START,
  theo,
  unit,
  type Told,
} from '../support/given.ts';
import {
  suggestedReason,
  UNSERVED_CODES,
  unservedLabel,
  type UnservedCode,
  type UnservedReason,
} from '#shared/incident/alternative-course.ts';
import { closeIncident } from '#shared/incident/decide-close.ts';
import { endOnPaper } from '#shared/phone/decide-outcome.ts';
import { decideResponse, upgrade } from '#shared/incident/decide-response.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { reasonToClose, wasServed } from '#shared/incident/unserved.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import type { ShortfallKind } from '#shared/unit/availability.ts';
import type { Unit } from '#shared/unit/unit.ts';

const P11 = unit({ unitId: 'P11' as UnitId, teamType: 'police-cit' });
const M1 = unit();
const TEAMS = [M1, P11];
const inPerson = [...cleared, answered('in-person-need', 'yes')];
const forATeam = decided(inPerson);

const because = (code: UnservedCode, note = ''): UnservedReason => ({ code, note });
const close = (unserved: UnservedReason | null) => (on: Incident) =>
  closeIncident(on, 'no-contact', '', unserved, TEAMS);
const closed: Told = { type: 'incident.closed', incidentId, disposition: 'no-contact', note: '' };
const entry = (code: UnservedCode, note = ''): Told => ({
  type: 'incident.unserved',
  incidentId,
  code,
  note,
  recommended: { level: 'L2', response: 'behavioral-health' },
  decidedAt: START,
});
const came = (unitId: string): Told[] => [
  moved(unitId, 'available', 'assigned'),
  moved(unitId, 'assigned', 'on-scene'),
  moved(unitId, 'on-scene', 'available'),
];

test('the shipped policy says which responses are alternatives to police and EMS', () => {
  expect(policy.responses.filter((each) => each.alternative).map(({ id }) => id)).toEqual([
    'co-response',
    'behavioral-health',
    'substance-use',
    'clinician-phone',
    'community-partner',
  ]);
});

test('nobody came: it does not close without the reason, and the reason is in the record', () => {
  given(forATeam)
    .when(close(null))
    .refused('unserved-reason-needed', /Choose why\. Nothing was closed/);
  const after = given(forATeam)
    .when(close(because('all-busy')))
    .then(entry('all-busy'), closed);
  expect(after.alternative?.reason).toEqual({ code: 'all-busy', note: '' });
});

test('something else needs a few words', () => {
  given(forATeam)
    .when(close(because('other', '  ')))
    .refused('unserved-note-needed', /few words/);
  given(forATeam)
    .when(close(because('other', ' Moved away. ')))
    .then(entry('other', 'Moved away.'), closed);
});

test('a team that reached the person serves, and nothing is asked', () => {
  const visited = fold(came('M1'), forATeam);
  expect(wasServed(visited, TEAMS)).toBe(true);
  given(visited).when(close(null)).then(closed);
  given(visited)
    .when(close(because('all-busy')))
    .then(closed);
});

test.each<[string, Told[]]>([
  ['police that came do not', came('P11')],
  [
    'a team that turned back does not',
    [moved('M1', 'available', 'assigned'), moved('M1', 'assigned', 'available')],
  ],
])('%s serve', (_, events) => {
  const incident = fold(events, forATeam);
  expect(wasServed(incident, TEAMS)).toBe(false);
  expect(reasonToClose(incident, TEAMS)).not.toBeNull();
});

test('a clinician on the phone serves, and so does a community partner', () => {
  const talked = fold(
    [
      { type: 'phone.taken', incidentId, clinician: cleo },
      { type: 'phone.resolved', incidentId, outcome: 'resolved-by-phone', ended: null },
    ],
    decided(couldTalk),
  );
  given(talked).when(close(null)).then(closed);
  const referred = decided(inPerson, { response: 'community-partner', reason: 'Asked for it.' });
  given(referred).when(close(null)).then(closed);
});

test('an incident nothing alternative was recommended for is never asked about', () => {
  const armed = decided([...cleared, answered('weapon-in-hand', 'yes')]);
  expect(armed.decision?.recommended.response).toBe('police-ems');
  expect(reasonToClose(armed, TEAMS)).toBeNull();
  given(armed)
    .when(close(because('other', 'x')))
    .then(closed);
});

const decide = (on: Incident, units: readonly Unit[], unserved: UnservedReason | null) =>
  decideResponse(
    on,
    choice(on, { response: 'police', reason: 'He asked for it.', secondPerson: theo, unserved }),
    units,
    context(),
  );

test('police instead of a recommended team needs the reason at once, and closing does not ask again', () => {
  given(inPerson)
    .when((on) => decide(on, TEAMS, null))
    .refused('unserved-reason-needed', /Nothing was decided/);
  const after = given(inPerson)
    .when((on) => decide(on, TEAMS, because('caller-insisted')))
    .then(expect.objectContaining({ type: 'incident.response-decided' }), entry('caller-insisted'));
  given(fold(came('P11'), after))
    .when(close(null))
    .then(closed);
  given(fold(came('P11'), after))
    .when(close(because('all-busy')))
    .then(entry('all-busy'), closed);
});

test('with a team already at the person nothing is asked', () => {
  const visited = fold(came('M1'), forATeam);
  expect(decide(visited, TEAMS, null)).toHaveLength(1);
});

test('sending more and police now ask nothing; closing asks', () => {
  const more = decided(inPerson, { response: 'police-ems' });
  const events = upgrade(fold(inPerson), ['police'], [], context());
  const now = fold(events as Told[], fold(inPerson));
  for (const incident of [more, fold(came('P11'), now)])
    given(fold(came('P11'), incident))
      .when(close(null))
      .refused('unserved-reason-needed', /Choose why/);
  expect(reasonToClose(now, TEAMS)).toEqual({ suggested: 'all-busy' });
});

test('a reason is taken back when a team is chosen after all, or came', () => {
  const police = decided(inPerson, {
    response: 'police',
    reason: 'x',
    unserved: because('overridden'),
  });
  const again = decideResponse(police, choice(police), TEAMS, context());
  const back = fold(again as Told[], police);
  expect(back.alternative?.reason).toBeNull();
  given(back)
    .when(close(null))
    .refused('unserved-reason-needed', /Choose why/);

  const visited = fold([...came('M1'), ...came('P11')], police);
  const after = given(visited)
    .when(close(null))
    .then({ type: 'incident.served-after-all', incidentId }, closed);
  expect(after.alternative?.reason).toBeNull();
});

test('a clinician who closes a call takes a reason back, too', () => {
  const phone = decided(couldTalk);
  const talking = fold(
    [{ type: 'phone.taken', incidentId, clinician: cleo }, entry('other', 'x')],
    phone,
  );
  given(talking)
    .when((on) => endOnPaper(on, 'resolved-by-phone', cleo))
    .then(
      { type: 'phone.resolved', incidentId, outcome: 'resolved-by-phone', ended: null },
      { type: 'incident.served-after-all', incidentId },
      { type: 'incident.closed', incidentId, disposition: 'resolved-by-phone', note: '' },
    );
});

test('closed and opened again by police now, the reason that stands is enough', () => {
  const ended = fold([entry('all-busy'), closed], forATeam);
  const open = fold(upgrade(ended, ['police'], [], context({ by: dana })) as Told[], ended);
  expect(open.closed).toBeNull();
  given(fold(came('P11'), open))
    .when(close(null))
    .then(closed);
});

const offered = (...kinds: readonly (readonly [string, ShortfallKind])[]) => ({
  ranked: [{ shortfalls: kinds.map(([teamType, kind]) => ({ teamType, kind })) }],
});

test.each<[UnservedCode | null, ReturnType<typeof offered>, boolean]>([
  ['out-of-hours', offered(['a', 'off-duty'], ['a', 'out-of-hours']), false],
  ['out-of-area', offered(['a', 'out-of-area'], ['a', 'out-of-hours']), false],
  ['all-busy', offered(['a', 'busy']), false],
  ['all-busy', offered(['a', 'no-unit']), true],
  ['all-busy', offered(['a', 'short-crew'], ['b', 'out-of-area']), false],
  ['overridden', offered(), true],
  ['overridden', offered(['a', 'above-ceiling']), true],
  [null, offered(), false],
])('suggests %s', (code, offer, otherwise) => {
  expect(suggestedReason(offer, otherwise)).toBe(code);
});

test('a promise that passed unkept after the decision suggests that it took too long', () => {
  const free = decideResponse(fold(inPerson), choice(fold(inPerson)), TEAMS, context());
  const incident = fold(free as Told[], fold(inPerson));
  expect(reasonToClose(incident, TEAMS)).toEqual({ suggested: null });
  const missed = { type: 'incident.promise-missed', incidentId, what: 'somebody there' } as const;
  const late = fold([{ ...missed, step: 'arrive', from: START }], incident);
  expect(reasonToClose(late, TEAMS)).toEqual({ suggested: 'timed-out' });
  const undecided = fold([{ ...missed, step: 'decide', from: START }], incident);
  expect(reasonToClose(undecided, TEAMS)).toEqual({ suggested: null });
});

test('a decision written before the ledger makes nobody eligible', () => {
  const [event] = decideResponse(
    fold(inPerson),
    choice(fold(inPerson)),
    TEAMS,
    context(),
  ) as Told[];
  if (event?.type !== 'incident.response-decided') throw new Error('No decision.');
  const old = { ...event, decision: { ...event.decision, alternative: null } };
  given(fold([old], fold(inPerson)))
    .when(close(null))
    .then(closed);
});

test('every reason has words of its own', () => {
  expect(new Set(UNSERVED_CODES.map(unservedLabel)).size).toBe(UNSERVED_CODES.length);
});
