import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answered,
  cleo,
  context,
  couldTalk,
  decided,
  fold,
  given,
  imani,
  incidentId,
  moved,
  START,
  theo,
  writtenDecision,
  type Told,
} from '../support/given.ts';
import { referred, resolved, tomorrow } from '../support/phone-endings.ts';
import { A_CODE } from '../support/referral-states.ts';
import { DISPOSITIONS } from '#shared/incident/disposition.ts';
import type { Incident } from '#shared/incident/incident.ts';
import { phaseOf } from '#shared/incident/phase.ts';
import type { ContactId, OperatorId, ReferralId } from '#shared/lib/brand.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import { endConversation } from '#shared/phone/decide-outcome.ts';
import {
  COMPANIES,
  missingOf,
  SCREEN_RISKS,
  type AtTheEnd,
  type Ending,
  type FollowUpDraft,
} from '#shared/phone/ending.ts';
import { FIELDS, FOLLOWS, OUTCOMES } from '#shared/phone/outcome.ts';
import { REFERRAL_CONSENTS } from '#shared/referral/referral.ts';
import { screenRiskOf } from '#shared/phone/screen-risk.ts';
import { policy } from '../support/given.ts';

const talking = fold([{ type: 'phone.taken', incidentId, clinician: cleo }], decided(couldTalk));
const ids = { contactId: 'k1' as ContactId, referralId: 'r1' as ReferralId, code: A_CODE };
const asked = { open: [], risk: null, plan: false, secondPerson: null } as const;
const followUp = {
  outcome: 'follow-up',
  notAsked: '',
  agreed: 'Sleeps.',
  followUp: tomorrow,
} as const;

function end(
  ending: Ending,
  standing: Partial<Parameters<typeof endConversation>[2]> = {},
  by: OperatorId = cleo,
) {
  return (on: Incident) =>
    endConversation(on, ending, { ...asked, ...standing }, ids, context({ by }));
}

const note = (text: string): Told => {
  return { type: 'incident.note-added', incidentId, kind: 'clinical', text };
};
const promise = (reason: string, owner: OperatorId = cleo) => ({
  type: 'contact.promised',
  contactId: 'k1',
  incidentId,
  kind: 'follow-up',
  after: 'day-1',
  owner,
  whom: 'caller',
  number: '312-555-0100',
  message: 'no',
  mayAnswer: 'only-them',
  reason,
  clinical: true,
  due: { from: '2026-03-04T18:00:00.000Z', by: '2026-03-05T18:00:00.000Z' },
});
const ended = (outcome: string, more: object = {}) => ({
  type: 'phone.resolved',
  incidentId,
  outcome,
  ended: { safety: 'asked', company: null, followUp: null, secondPerson: null, ...more },
});
const closed = (disposition: string) => ({
  type: 'incident.closed',
  incidentId,
  disposition,
  note: '',
});

describe('each ending writes everything that follows from it in one commit', () => {
  test('resolved by phone: the words are clinical, and the incident closes', () => {
    const after = given(talking)
      .when(end({ ...resolved, notAsked: '', agreed: ' Will sleep at her sister’s ' }))
      .then(
        note('With them: a sister. Agreed: Will sleep at her sister’s.'),
        ended('resolved-by-phone', { company: 'with-somebody' }),
        closed('resolved-by-phone'),
      );
    expect(phaseOf(after)).toBe('closed');
  });

  test('resolved with a follow-up: the call is promised to whoever is to make it', () => {
    given(talking)
      .when(
        end({
          ...resolved,
          notAsked: 'Hung up.',
          company: 'alone',
          followUp: { ...tomorrow, owner: imani },
        }),
      )
      .then(
        note('Safety questions not asked: Hung up. Alone. Agreed: Calm.'),
        promise('Calm.', imani),
        ended('resolved-by-phone', { safety: 'not-asked', company: 'alone', followUp: 'k1' }),
        closed('resolved-by-phone'),
      );
  });

  test('referred: where to is clinical, and is no connection', () => {
    given(talking)
      .when(end({ ...referred, notAsked: '' }))
      .then(
        note(
          'Referred to: Invented walk-in clinic. Gets there: by bus. When: tonight. ' +
            'May the place be told: Yes, the place may be told.',
        ),
        {
          type: 'referral.made',
          incidentId,
          referralId: 'r1',
          kind: 'clinical',
          consent: 'share',
          codeDigest: 'digest of the code',
          referral: {
            organization: 'Invented walk-in clinic',
            phone: '312-555-0142',
            receiver: null,
            service: null,
            how: 'by bus',
            when: 'tonight',
            code: A_CODE.code,
          },
        },
        ended('referred'),
        closed('referred'),
      );
    expect(OUTCOMES.referred.means).toMatch(/no connection yet/);
  });

  test('a referral with a follow-up asks whether they got there', () => {
    const { outcome } = given(talking).when(end({ ...referred, notAsked: '', followUp: tomorrow }));
    expect(outcome).toContainEqual(
      promise('Referred to Invented walk-in clinic: did they get there?'),
    );
  });

  test('follow-up scheduled: the promised call is the outcome', () => {
    given(talking)
      .when(end(followUp))
      .then(
        note('Agreed: Sleeps.'),
        promise('Sleeps.'),
        ended('follow-up-scheduled', { followUp: 'k1' }),
        closed('follow-up-scheduled'),
      );
  });

  test('with a unit still out the conversation ends, and the incident does not', () => {
    const out = fold([moved('P11', 'available', 'assigned')], talking);
    const { outcome } = given(out).when(end(resolved));
    expect(types(outcome)).toEqual(['incident.note-added', 'phone.resolved']);
    expect(phaseOf(told(outcome, out))).toBe('responding');
  });

  test.each<[string, Told]>([
    [
      'the level was raised',
      { type: 'incident.level-raised', incidentId, from: 'L1', to: 'L4', rules: ['L4-WEAPON'] },
    ],
    ['police were called and nobody has come', decidedForPolice()],
  ])('a call cannot close an incident after %s', (_what, event) => {
    const incident = fold([event], talking);
    expect(told(end(resolved)(incident), incident).closed).toBeNull();
  });
});

describe('each ending requires what the table says', () => {
  const nothing: Record<Ending['outcome'], Ending> = {
    resolved: { ...resolved, agreed: '', company: null, who: '', followUp: null, notAsked: '' },
    referred: {
      ...referred,
      notAsked: '',
      consent: null,
      referral: { ...referred.referral, to: ' ', how: '', when: '' },
    },
    'follow-up': { ...followUp, agreed: '', followUp: null },
  };
  const open: AtTheEnd = {
    open: ['Weapon in hand'],
    risk: null,
    plan: false,
    signed: false,
    now: START,
  };

  test.each(Object.values(nothing))('$outcome: every required field is missing', (ending) => {
    expect(missingOf(ending, open).map(({ field }) => field)).toEqual(
      OUTCOMES[ending.outcome].requires,
    );
    given(talking)
      .when(end(ending, { open: ['Weapon in hand'] }))
      .refused('missing-safety', /weapon in hand.*or say why not.*still on the line/);
  });

  test.each<[string, Ending, string, RegExp]>([
    ['who they are with', { ...resolved, company: null }, 'company', /alone/],
    ['who that is', { ...resolved, who: ' ' }, 'company', /who is with them/],
    ['what was agreed', { ...resolved, agreed: ' ' }, 'agreed', /what was agreed/],
    ['whether somebody calls again', { ...resolved, followUp: null }, 'follow-up', /calls again/],
    ['a number', { ...resolved, followUp: { ...tomorrow, number: '-' } }, 'follow-up', /number/],
    ['where to', { ...referred, referral: { ...referred.referral, to: '' } }, 'to', /where to/],
    ['consent', { ...referred, consent: null }, 'consent', /may be told/],
    ['how', { ...referred, referral: { ...referred.referral, how: '' } }, 'how', /get there/],
    ['when', { ...referred, referral: { ...referred.referral, when: '' } }, 'when', /when/],
    ['when somebody calls', { ...followUp, followUp: null }, 'follow-up', /when somebody calls/],
  ])(
    'without %s it is refused, and the caller is still there',
    (_what, ending, field, sentence) => {
      given(talking).when(end(ending)).refused(`missing-${field}`, sentence);
    },
  );

  test('a screen that was begun and not finished needs a reason', () => {
    given(talking)
      .when(end({ ...resolved, notAsked: '' }, { risk: 'unfinished' }))
      .refused('missing-safety', /not finished/);
    expect(isRefusal(end(resolved, { risk: 'unfinished' })(talking))).toBe(false);
  });

  test.each(Object.keys(nothing) as Ending['outcome'][])(
    'nobody but the clinician on the line says %s',
    (outcome) => {
      const ending = { resolved, referred, 'follow-up': followUp }[outcome];
      for (const on of [talking, decided(couldTalk)])
        given(on)
          .when(end(ending, {}, imani))
          .refused('not-with-you', /is not with you/);
    },
  );
});

describe('a high screen is not ended by one person’s word', () => {
  const high = { risk: 'high' } as const;
  const late: FollowUpDraft = { ...tomorrow, promised: { kind: 'follow-up', after: 'day-7' } };

  test('plain resolved is refused, and so is a call in a week', () => {
    for (const follow of ['none', late] as const)
      given(talking)
        .when(end({ ...resolved, followUp: follow }, high))
        .refused('missing-follow-up', /within 72 hours, or let a second person sign/);
  });

  test('a referral is no way around it', () => {
    given(talking)
      .when(end(referred, high))
      .refused('missing-follow-up', /72 hours/);
    given(talking)
      .when(end({ ...referred, followUp: tomorrow }, high))
      .refused('missing-second-person', /safety plan/);
  });

  test('a call tomorrow and the plan, or a second person, are enough', () => {
    const called = end({ ...resolved, followUp: tomorrow }, { ...high, plan: true })(talking);
    expect(types(called)).toContain('incident.closed');
    const { outcome } = given(talking).when(end(resolved, { ...high, secondPerson: theo }));
    expect(outcome).toContainEqual(
      expect.objectContaining({ ended: expect.objectContaining({ secondPerson: theo }) }),
    );
  });

  test('without a safety plan on record it takes a second person', () => {
    given(talking)
      .when(end({ ...resolved, followUp: tomorrow }, high))
      .refused('missing-second-person', /make the safety plan/);
  });

  test('nobody signs for themselves', () => {
    given(talking)
      .when(end(resolved, { ...high, secondPerson: cleo }))
      .refused('second-person-is-you', /somebody else/);
  });
});

test('whatever is said, an ending is refused exactly while something is missing', () => {
  const line = fc.constantFrom('', ' ', 'Something.');
  const call = fc.option(fc.constantFrom(tomorrow, { ...tomorrow, number: '' }, 'none' as const));
  const ending = fc.oneof(
    fc.record({
      outcome: fc.constant('resolved' as const),
      notAsked: line,
      agreed: line,
      company: fc.option(fc.constantFrom(...COMPANIES)),
      who: line,
      followUp: call,
    }),
    fc.record({
      outcome: fc.constant('referred' as const),
      notAsked: line,
      agreed: line,
      consent: fc.option(fc.constantFrom(...REFERRAL_CONSENTS)),
      referral: fc.record({
        to: line,
        phone: line,
        receiver: fc.constant(null),
        service: fc.constant(null),
        substanceUse: fc.boolean(),
        how: line,
        when: line,
      }),
      followUp: call,
    }),
  );
  const standing = fc.record({
    open: fc.constantFrom([], ['Weapon in hand']),
    risk: fc.option(fc.constantFrom(...SCREEN_RISKS)),
    plan: fc.boolean(),
    secondPerson: fc.option(fc.constant(theo)),
  });
  fc.assert(
    fc.property(ending, standing, (said, at) => {
      const missing = missingOf(said, { ...at, signed: at.secondPerson !== null, now: START });
      const outcome = end(said, at)(talking);
      expect(isRefusal(outcome)).toBe(missing.length > 0);
      if (isRefusal(outcome)) return;
      // Nothing anybody said rides on an event that other roles read.
      const open = outcome.filter(
        ({ type }) => !/note-added|referral\.made|contact\.promised/.test(type),
      );
      expect(JSON.stringify(open)).not.toContain('Something');
      if (at.risk === 'high' && at.secondPerson === null)
        expect(types(outcome)).toContain('contact.promised');
    }),
  );
});

test('every outcome says what it requires and what follows, and closes with a known disposition', () => {
  for (const { requires, asks, follows, disposition, means } of Object.values(OUTCOMES)) {
    for (const field of [...requires, ...asks]) expect(FIELDS).toHaveProperty(field);
    for (const each of follows) expect(FOLLOWS).toHaveProperty(each);
    expect(follows.length).toBeGreaterThan(0);
    expect(means).toMatch(/^[A-Z].*\.$/);
    if (disposition !== null) expect(DISPOSITIONS.map(({ code }) => code)).toContain(disposition);
  }
  // What calls for help, and what starts a clock, is never held up by a field.
  for (const id of ['police-ems', 'team', 'lost'] as const)
    expect(OUTCOMES[id].requires).toEqual([]);
});

test.each<[string, Told[], ReturnType<typeof screenRiskOf>]>([
  ['not begun', [], null],
  ['ended by its first no', [answered('thoughts', 'no')], 'low'],
  ['begun', [answered('thoughts', 'yes')], 'unfinished'],
  ['refused', [answered('thoughts', 'unknown')], 'unfinished'],
  ['finished', [answered('thoughts', 'yes'), answered('suicide-high', 'no')], 'moderate'],
  ['high', [answered('suicide-high', 'yes')], 'high'],
])('a screen that is %s', (_what, events, risk) => {
  expect(screenRiskOf(fold(events).facts, [], policy)).toBe(risk);
});

function types(outcome: readonly { readonly type: string }[] | Refusal): string[] {
  if (isRefusal(outcome)) throw new Error(outcome.because);
  return outcome.map(({ type }) => type);
}

function told(outcome: readonly object[] | object, from: Incident): Incident {
  if (isRefusal(outcome as never)) throw new Error(JSON.stringify(outcome));
  const events = (outcome as Told[]).filter(({ type }) => /^(incident|phone)\./.test(type));
  return fold(events, from);
}

function decidedForPolice(): Told {
  const decision = writtenDecision(couldTalk, { response: 'police-ems' });
  return {
    type: 'incident.response-decided',
    incidentId,
    decision: { ...decision, how: 'upgraded' },
  };
}
