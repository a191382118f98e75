import { IMANI, RETURNED_BY_988 } from './colleagues.ts';
import { closeAsItEnded } from './dispatch-colleague.ts';
import type { Between } from './pacer.ts';
import { screenCaller } from './screening.ts';
import { adviseCrew, writeDown } from './phone-record.ts';
import type { Act, Look, Room } from './room.ts';
import type { PhoneEnd, Scenario } from './scenario.ts';
import type { IncidentRow } from '#shared/board/board-rows.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { CALLS_BEFORE_CLOSING } from '#shared/phone/lost-caller.ts';

/** With so many waiting she hands whoever agrees to 988, as the policy has it after two minutes. */
const BACKLOG = 3;
/** Now and then she has just put the phone down on somebody who stays with her. */
const SAYS_NO = 1 / 10;

const TALK: Between = [110, 260];
/** After the note, before the end. */
const SCREEN: Between = [65, 100];
const SHORT_TALK: Between = [40, 80];

/** What Imani would do next: one conversation at a time, and the paperwork of her own incidents. */
export function phoneWork(room: Room, look: Look): Act[] {
  const acts: Act[] = [];
  const due = (key: string, wait: Between) => room.pacer.ready(key, look.now, wait);
  const on = (row: IncidentRow, act: (view: IncidentView) => void): void => {
    acts.push(() => {
      const view = room.view(room.imani, row.incidentId);
      if (view !== null && view.closed === null) act(view);
    });
  };
  const waiting = look.incidents.filter((row) => row.phone === 'offered');
  const talking = look.incidents.filter((row) => row.clinician === IMANI.operatorId);

  for (const row of look.incidents)
    if (row.transferTo === IMANI.operatorId && due(`accept ${row.incidentId}`, [15, 40]))
      on(row, ({ incidentId }) => room.ask(room.imani, 'phone.accept-transfer', { incidentId }));

  for (const row of talking) {
    const { incidentId } = row;
    if (row.phone === 'transferring' && row.transferTo === '988') {
      const step = `988 ${incidentId} ${row.transfer?.since ?? ''}`;
      if (due(step, [8, 20])) on(row, (view) => goOnTo988(room, view));
    } else if (row.phone === 'with-clinician') {
      if (due(`note ${incidentId}`, [30, 60]))
        on(row, (view) => (hasNote(view) ? writeDown(room, view) : writeNote(room, view)));
      if (due(`screen ${incidentId}`, SCREEN)) on(row, (view) => screenCaller(room, view));
      const talk = waiting.length >= BACKLOG ? SHORT_TALK : TALK;
      if (due(`talk ${incidentId}`, talk)) on(row, (view) => endTalk(room, view, waiting.length));
    }
  }

  for (const row of look.incidents)
    if (row.phone === 'lost' && row.owner === IMANI.operatorId)
      if (due(`lost ${row.incidentId} ${row.recontact?.from}`, [60, 200]))
        on(row, (view) => callAgain(room, view));

  for (const row of waiting) {
    const answer = answerTo(room, row, talking.length);
    if (answer !== null && due(`${answer.name} ${row.incidentId}`, answer.wait))
      on(row, ({ phone }) => {
        if (phone.state === 'offered') answer.act(row);
      });
  }

  const writesUp = look.clinicians.some(
    ({ operatorId, availability }) =>
      operatorId === IMANI.operatorId && availability === 'wrapping-up',
  );
  if (writesUp && due('ready again', [20, 45]))
    acts.push(() =>
      room.ask(room.imani, 'operator.set-availability', { availability: 'ready', reason: null }),
    );

  for (const row of look.incidents)
    if (row.owner === IMANI.operatorId && row.phase === 'wrap-up')
      if (due(`close ${row.incidentId}`, [15, 45])) on(row, (view) => closeAsItEnded(room, view));
  return acts;
}

interface Answer {
  readonly name: string;
  readonly wait: Between;
  readonly act: (row: IncidentRow) => void;
}

/** She takes what is offered to her unless somebody is on her line, and what rings at all a little later. */
function answerTo(room: Room, { incidentId, offer }: IncidentRow, talks: number): Answer | null {
  if (offer === null || offer.asks === 'nobody') return null;
  const takes = (wait: Between): Answer => ({
    name: `take ${offer.asks}`,
    wait,
    act: (row) => room.ask(room.imani, 'phone.take', { incidentId: row.incidentId }),
  });
  if (offer.asks !== 'one') return talks === 0 ? takes([8, 25]) : null;
  if (offer.clinician !== IMANI.operatorId) return null;
  if (talks === 0 && !room.pacer.happens(`no ${incidentId}`, SAYS_NO)) return takes([4, 14]);
  const reason = talks === 0 ? 'Needs a minute after the last call' : 'On the line with somebody';
  return {
    name: 'decline',
    wait: [5, 15],
    act: (row) => room.ask(room.imani, 'phone.decline', { incidentId: row.incidentId, reason }),
  };
}

function writeNote(room: Room, view: IncidentView): void {
  const { incidentId, owner } = view;
  if (hasNote(view) || owner !== IMANI.operatorId) return;
  room.ask(room.imani, 'incident.add-note', {
    incidentId,
    kind: 'clinical',
    text: noteOf(room.scenarioOf(incidentId)),
  });
  const { part2Note: text } = room.scenarioOf(incidentId);
  if (text !== undefined)
    room.ask(room.imani, 'incident.add-note', { incidentId, kind: 'part-2', text });
}

function hasNote({ timeline }: IncidentView): boolean {
  return timeline.some((line) => line.kind === 'clinical');
}

function noteOf({ clinicalNote }: Scenario): string {
  return (
    clinicalNote ?? 'Talked through the evening. No thoughts of suicide. Knows how to call again.'
  );
}

function endTalk(room: Room, view: IncidentView, waiting: number): void {
  const { incidentId } = view;
  if (view.fromLine !== null) {
    room.ask(room.imani, 'phone.leave-to-help', { incidentId });
    return;
  }
  const scenario = room.scenarioOf(incidentId);
  switch (endOf(room, view, scenario, waiting)) {
    case '988-accepted':
      room.ask(room.imani, 'phone.transfer', { incidentId, to: '988', operatorId: null });
      return;
    case 'escalated-field':
      adviseCrew(room, incidentId);
      room.ask(room.imani, 'phone.escalate', {
        incidentId,
        know: 'Wants to be seen tonight; the phone is not enough.',
        stays: false,
      });
      return;
    case 'escalated-police-ems':
      if (scenario.surprise !== undefined)
        room.ask(room.imani, 'incident.answer-fact', {
          incidentId,
          fact: scenario.surprise,
          answer: 'yes',
          informant: 'caller-saw',
        });
      room.ask(room.imani, 'incident.upgrade', { incidentId, services: ['police', 'ems'] });
      return;
    case 'referred':
      return resolve(room, view, REFERRED);
    case 'follow-up-scheduled':
      return resolve(room, view, CALLS_TOMORROW);
    case 'caller-lost':
      room.ask(room.imani, 'phone.lose-caller', {
        incidentId,
        lastWords: 'I will go out now.',
        place: view.place.address,
        hungUp: 'caller',
      });
      return;
    case 'resolved-by-phone':
      return resolve(room, view, RESOLVED);
  }
}

/** One in three picks up again. Somebody in danger who does not is looked for by a team. */
function callAgain(room: Room, view: IncidentView): void {
  const { incidentId, recontact } = view;
  const unanswered = recontact?.unanswered ?? 0;
  if (unanswered >= CALLS_BEFORE_CLOSING) {
    if (recontact?.recommends === null)
      room.ask(room.imani, 'phone.give-up-caller', {
        incidentId,
        why: 'Was calm and at home; nobody picks up.',
        secondPerson: null,
      });
    else
      room.ask(room.imani, 'phone.escalate', {
        incidentId,
        know: 'The line broke off and nobody picks up.',
        stays: false,
      });
    return;
  }
  const found = room.pacer.happens(`found ${incidentId} ${unanswered}`, 1 / 3);
  const answer = found ? 'still-safe' : 'no-answer';
  room.ask(room.imani, 'incident.recontact', { incidentId, answer });
}

function endOf(room: Room, view: IncidentView, scenario: Scenario, waiting: number): PhoneEnd {
  // 988 handed it back once: she stays on the line (invariant 8).
  if (view.bounces > 0) return 'resolved-by-phone';
  const planned = scenario.phone ?? 'resolved-by-phone';
  if (planned.startsWith('escalated')) return planned;
  return waiting >= BACKLOG && room.pacer.random() < 0.6 ? '988-accepted' : planned;
}

const SAID = {
  notAsked: 'They wanted to end the call, and sounded calm.',
  agreed: 'Calls again before anything gets worse.',
} as const;
const RESOLVED = {
  outcome: 'resolved',
  ...SAID,
  company: 'with-somebody',
  who: 'a friend',
} as const;
const REFERRED = {
  outcome: 'referred',
  ...SAID,
  referral: {
    to: 'the walk-in clinic',
    phone: '',
    receiver: null,
    service: null,
    substanceUse: false,
    how: 'takes the bus',
    when: 'tomorrow',
  },
  consent: 'share',
} as const;
const CALLS_TOMORROW = { outcome: 'follow-up', ...SAID } as const;
const TOMORROW = {
  promised: { kind: 'follow-up', after: 'day-1' },
  whom: 'caller',
  message: 'no',
  mayAnswer: 'only-them',
  owner: null,
} as const;

function resolve(
  room: Room,
  view: IncidentView,
  ending: typeof RESOLVED | typeof REFERRED | typeof CALLS_TOMORROW,
): void {
  writeNote(room, view);
  const { incidentId, callback, clinical } = view;
  const call = { ...TOMORROW, number: callback ?? '312-555-0199' };
  // With a high screen somebody calls tomorrow, whatever else was agreed.
  const again = clinical?.atTheEnd.risk === 'high' ? call : 'none';
  room.ask(room.imani, 'phone.resolve', {
    incidentId,
    ending:
      ending.outcome === 'follow-up'
        ? { ...ending, followUp: call }
        : { ...ending, followUp: again },
    secondPerson: null,
  });
}

/** The next step of her transfer to 988: now and then nobody there picks up. */
function goOnTo988(room: Room, { incidentId, phone }: IncidentView): void {
  if (phone.state !== 'transferring') return;
  const { imani } = room;
  switch (phone.transfer.step) {
    case 'consent':
      room.ask(imani, 'phone.answer-consent', { incidentId, answer: 'yes', voice: 'caller' });
      return;
    case 'packet':
      room.ask(imani, 'phone.packet-ready', { incidentId });
      return;
    case 'dialing':
      dial988(room, incidentId);
      return;
    case 'three-way':
      room.ask(imani, 'phone.introduce', { incidentId, receiver: COUNSELOR });
      return;
    case 'introduced':
    case 'offered':
      room.ask(imani, 'phone.accept-transfer', { incidentId, readBack: true });
  }
}

/** An invented counselor of an invented line. */
const COUNSELOR = 'Robin';

function dial988(room: Room, incidentId: IncidentView['incidentId']): void {
  const away = room.pacer.happens(`988 ${incidentId}`, RETURNED_BY_988);
  const result = away ? 'no-answer' : 'answered';
  const answeredBy = away ? null : COUNSELOR;
  room.ask(room.imani, 'phone.log-dial', { incidentId, number: '988', result, answeredBy });
  if (away)
    room.ask(room.imani, 'phone.return-transfer', { incidentId, why: '988 did not pick up' });
}
