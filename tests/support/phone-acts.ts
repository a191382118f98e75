import type { DeskAtWork } from './desk-at-work.ts';
import { PEOPLE, pick, type Hand, type Played } from './hand.ts';
import { referred, resolved, resolving, tomorrow } from './phone-endings.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { screensOfIncident } from '#db/board/screens-projection.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { SCREEN_ANSWERS, SCREEN_INFORMANTS, SCREEN_ROLES } from '#shared/screen/screen-question.ts';
import { evaluate, readingsOf } from '#shared/routing/evaluate.ts';

/** What a random hand does on the phone. Doubled is what takes several steps to come to. */
export const PHONE_ACTS = [
  'talk',
  'talk',
  'talk',
  'hand-over',
  'hand-over',
  'hand-over',
  'phone-take',
  'transfer',
  'transfer',
  'next-step',
  'next-step',
  'next-step',
  'whole-way',
  'drop-line',
  'accept-transfer',
  'accept-transfer',
  'accept-transfer',
  'accept-transfer',
  'return-transfer',
  'escalate',
  'resolve',
  'screen',
  'screen',
] as const;
/** What becomes of a caller who is lost, or to whom help was called; see `lostShift`. */
export const OUTCOME_ACTS = ['lose', 'call-again', 'give-up', 'leave-to-help'] as const;
export type PhoneAct = (typeof PHONE_ACTS | typeof OUTCOME_ACTS)[number];

export function isPhoneAct(act: string): act is PhoneAct {
  return ([...PHONE_ACTS, ...OUTCOME_ACTS] as readonly string[]).includes(act);
}

/** Where such an act is looked for: the incidents that are on the phone, once one begins with nothing. */
export function isOnThePhone(act: PhoneAct, { phone }: Incident): boolean {
  return (
    act === 'talk' || act === 'hand-over' || (phone.state !== 'none' && phone.state !== 'ended')
  );
}

/** The four danger topics at once, as a practised hand does; otherwise few shifts get far. */
export function clearDanger({ on: { incidentId }, ask }: Hand): Played {
  const topics = ['medical', 'weapon', 'violence', 'suicide'] as const;
  return topics
    .map((topic) =>
      ask('incident.answer-none', { incidentId, topic, informant: 'caller-saw' }, 'Dana'),
    )
    .at(-1)!;
}

export function phoneAct(act: PhoneAct, hand: Hand): Played {
  const { atWork, policy, on, ask, marker } = hand;
  const [a, b] = hand.numbers;
  const { incidentId } = on;
  const nameOf = (id: string) => nameIn(atWork, id);
  const talks = on.phone.state === 'with-clinician' || on.phone.state === 'transferring';
  const clinician = talks ? [nameOf(on.phone.clinician)] : ['Cleo'];
  switch (act) {
    case 'talk': {
      // The whole way to a conversation, which single random steps would hardly ever find.
      clearDanger(hand);
      const informant = 'caller-saw';
      const needs = { 'in-person-need': 'no', 'information-only': 'no', behavioral: 'yes' };
      const able = { 'can-talk': 'yes', willing: 'yes', 'safe-place': 'yes' };
      for (const [fact, answer] of Object.entries({ ...needs, ...able }))
        ask('incident.answer-fact', { incidentId, fact, answer, informant }, 'Dana');
      const after = findIncident(atWork.desk.db, incidentId)!;
      const { level, response } = evaluate(policy, readingsOf(after.facts, policy));
      const accepted = { seen: { level, response }, response, reason: null, secondPerson: null };
      ask('incident.decide', { incidentId, ...accepted }, 'Dana');
      return ask('phone.take', { incidentId }, 'Cleo', 'Imani');
    }
    case 'hand-over': {
      phoneAct('talk', hand);
      const { phone } = findIncident(atWork.desk.db, incidentId)!;
      const line = phone.state === 'with-clinician' ? nameOf(phone.clinician) : 'Cleo';
      const operatorId = atWork.idOf(line === 'Cleo' ? 'Imani' : 'Cleo');
      const to = pick(['988', 'clinician', 'dispatch'], b);
      return ask('phone.transfer', { incidentId, to, operatorId }, line);
    }
    case 'screen': {
      const screens = () => screensOfIncident(atWork.desk.db, incidentId);
      const open = () => screens().find(({ finished }) => finished === null);
      if (open() === undefined) ask('screen.begin', { incidentId }, ...clinician);
      const screenId = open()?.screenId ?? 'none';
      if (b % 4 === 0) return ask('screen.finish', { incidentId, screenId }, ...clinician);
      const role = pick(SCREEN_ROLES, a);
      const answer = pick(SCREEN_ANSWERS, b);
      const informant = pick(SCREEN_INFORMANTS, a + b);
      const given = { incidentId, screenId, role, answer, informant };
      return ask('screen.answer', given, ...clinician);
    }
    case 'phone-take':
      return ask('phone.take', { incidentId }, 'Cleo', 'Imani');
    case 'transfer': {
      const to = pick(['988', 'clinician', 'dispatch'], b);
      const operatorId = to === 'clinician' ? atWork.idOf(pick(['Cleo', 'Imani'], a)!) : null;
      return ask('phone.transfer', { incidentId, to, operatorId }, ...clinician);
    }
    case 'next-step':
      return nextStep(hand, clinician);
    case 'whole-way': {
      // All of a warm transfer up to the receiver's word, from wherever it stands.
      return Array.from({ length: 4 }, () => nextStep(hand, clinician)).at(-1)!;
    }
    case 'drop-line':
      return ask(
        'phone.drop-line',
        { incidentId, whose: pick(['caller', 'receiver'], b) },
        ...clinician,
      );
    case 'accept-transfer':
      // The receiver as a rule, and now and then somebody it was not offered to.
      return ask(
        'phone.accept-transfer',
        { incidentId, readBack: a % 4 !== 0 },
        ...(b % 3 === 0 ? PEOPLE : receivers(atWork, on)),
      );
    case 'return-transfer':
      return ask('phone.return-transfer', { incidentId, why: 'No answer.' }, ...clinician);
    case 'escalate':
      return b % 2 === 0
        ? ask(
            'phone.escalate',
            { incidentId, know: 'Needs somebody.', stays: b % 4 === 0 },
            ...clinician,
          )
        : ask('incident.upgrade', { incidentId, services: ['police', 'ems'] }, ...clinician);
    case 'leave-to-help':
      return ask('phone.leave-to-help', { incidentId }, ...clinician);
    case 'resolve': {
      const agreed = marker || 'Calm.';
      const to = { ...referred.referral, to: marker || referred.referral.to };
      const ending = pick(
        [
          { ...resolved, agreed },
          { ...resolved, agreed, followUp: tomorrow },
          { ...referred, referral: to },
          { outcome: 'follow-up', notAsked: marker || 'Hung up.', agreed, followUp: tomorrow },
        ] as const,
        b,
      );
      return ask('phone.resolve', resolving(incidentId, ending), ...clinician);
    }
    case 'lose':
      return ask(
        'phone.lose-caller',
        {
          incidentId,
          lastWords: marker || 'Bye.',
          place: b % 2 === 0 ? '' : '1 W Lawrence',
          hungUp: 'caller',
        },
        ...clinician,
      );
    case 'call-again':
      return ask(
        'incident.recontact',
        { incidentId, answer: pick(['no-answer', 'no-answer', 'still-safe', 'worse'], b) },
        pick(['Cleo', 'Cleo', 'Dana'], a)!,
      );
    case 'give-up':
      // Three calls nobody answered come first, which single random steps would hardly ever make.
      for (const _call of [1, 2, 3])
        ask('incident.recontact', { incidentId, answer: 'no-answer' }, 'Cleo');
      return ask(
        'phone.give-up-caller',
        { incidentId, why: marker || 'Was calm.', secondPerson: null },
        'Cleo',
      );
  }
}

/** What comes next of a transfer under way, now and then with another outcome than hoped for. */
function nextStep(
  { atWork, on: { incidentId }, numbers: [a, b], ask }: Hand,
  line: string[],
): Played {
  const { phone } = findIncident(atWork.desk.db, incidentId)!;
  switch (phone.state === 'transferring' ? phone.transfer.step : null) {
    case 'packet':
      return ask('phone.packet-ready', { incidentId }, ...line);
    case 'dialing': {
      const result = pick(['answered', 'answered', 'no-answer', 'busy'], a);
      const dialed = { number: '988', result, answeredBy: 'Kim' } as const;
      return ask('phone.log-dial', { incidentId, ...dialed }, ...line);
    }
    case 'three-way':
      return ask('phone.introduce', { incidentId, receiver: 'Kim' }, ...line);
    default: {
      const answer = pick(['yes', 'yes', 'emergency', 'no'], b);
      return ask('phone.answer-consent', { incidentId, answer, voice: 'caller' }, ...line);
    }
  }
}

function receivers(atWork: DeskAtWork, { phone }: Incident): string[] {
  if (phone.state !== 'transferring') return PEOPLE;
  const { to, operatorId, from } = phone.transfer;
  if (to === 'dispatch') return ['Dana', 'Theo', 'Sam'];
  return [nameIn(atWork, operatorId ?? from)];
}

function nameIn(atWork: DeskAtWork, operatorId: string): string {
  return PEOPLE.find((name) => atWork.idOf(name) === operatorId) ?? 'Cleo';
}
