import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  context,
  dana,
  fold,
  given,
  incidentId,
  NOON,
  opened,
  START,
  theo,
  unit,
} from '../support/given.ts';
import { answered, policy } from '../support/given.ts';
import {
  CAUTION_KINDS,
  concerns,
  isCurrent,
  isExpired,
  NO_CAUTIONS,
  type Caution,
} from '#shared/caution/caution.ts';
import { evolveCaution, type IncidentCautionEvent } from '#shared/caution/caution-events.ts';
import {
  acknowledgeCautions,
  attachCautions,
  cautionBar,
  recordCaution,
  removeCaution,
  unacknowledged,
  type CautionDraft,
} from '#shared/caution/decide-caution.ts';
import { streamOf } from '#shared/journal/journal-event.ts';
import type { CautionId } from '#shared/lib/brand.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { evaluate, readingsOf } from '#shared/routing/evaluate.ts';

const id = (text: string) => text as CautionId;
const now = context();

function draft(more: Partial<CautionDraft> = {}): CautionDraft {
  return {
    about: { kind: 'address', address: '1 W LAWRENCE (Uptown), apt 4' },
    kind: 'animal',
    text: 'Large dog behind the door.',
    source: 'Crew of M1',
    expiresOn: '2026-06-01',
    ...more,
  };
}

function caution(cautionId: string, more: Partial<Caution> = {}): Caution {
  return {
    cautionId: id(cautionId),
    ...draft(),
    recordedAt: START,
    recordedBy: dana,
    removed: null,
    ...more,
  };
}

const jordan = { kind: 'person', name: 'Jordan  EXAMPLE' } as const;
const attached = (cautionId: string): IncidentCautionEvent => {
  return { type: 'incident.caution-attached', incidentId, cautionId: id(cautionId) };
};
const read = (...ids: string[]): IncidentCautionEvent => {
  return { type: 'incident.cautions-acknowledged', incidentId, cautionIds: ids.map(id) };
};

describe('recording', () => {
  test('a caution keeps who says so, when it was recorded and its last day', () => {
    const events = recordCaution(id('c1'), draft(), now);
    if (isRefusal(events)) throw new Error(events.because);
    expect(streamOf(events[0]!)).toBe('caution/c1');
    expect(evolveCaution(null, events[0]!, { at: START, by: theo })).toEqual(
      caution('c1', { recordedBy: theo }),
    );
  });

  test.each([
    ['expiry-passed', { expiresOn: '2026-03-02' }],
    ['expiry-too-far', { expiresOn: '2027-03-04' }],
    ['no-address', { about: { kind: 'address', address: 'apt 4' } }],
    ['no-name', { about: { kind: 'person', name: '  ' } }],
  ] as const)('%s is refused and says what to do', (code, more) => {
    given([])
      .when(() => recordCaution(id('c1'), draft(more), now))
      .refused(code, /Nothing was recorded/);
  });

  test.each(['2026-03-03', '2027-03-03'])('%s is a last day it may have', (expiresOn) => {
    expect(isRefusal(recordCaution(id('c1'), draft({ expiresOn }), now))).toBe(false);
  });

  test('a year from a leap day is the last of February', () => {
    const leap = { local: { ...NOON, date: '2028-02-29' } };
    expect(isRefusal(recordCaution(id('c'), draft({ expiresOn: '2029-02-28' }), leap))).toBe(false);
    expect(recordCaution(id('c'), draft({ expiresOn: '2029-03-01' }), leap)).toMatchObject({
      refused: 'expiry-too-far',
    });
  });

  test('it counts through its last day and is never current after it', () => {
    expect(isExpired(draft({ expiresOn: NOON.date }), NOON.date)).toBe(false);
    expect(isExpired(draft({ expiresOn: '2026-03-02' }), NOON.date)).toBe(true);
    expect(isCurrent(caution('c1', { expiresOn: '2026-03-02' }), NOON.date)).toBe(false);
  });

  test('a removed one keeps the reason and belongs to no incident', () => {
    const [event] = removeCaution(caution('c1'), 'The dog has died.');
    const removed = evolveCaution(caution('c1'), event!, { at: START, by: theo })!;
    expect(removed.removed).toEqual({ at: START, by: theo, reason: 'The dog has died.' });
    expect(concerns(removed, fold([]))).toBe(false);
    expect(removeCaution(removed, 'Again.')).toEqual([]);
  });
});

describe('on an incident', () => {
  test('an address belongs by the whole address, a person only when attached by hand', () => {
    const about = (address: string) => caution('c', { about: { kind: 'address', address } });
    expect(concerns(caution('c'), fold([]))).toBe(true);
    for (const other of ['1 W Lawrence', '11 W Lawrence, Uptown', 'W Lawrence, Uptown', ''])
      expect(concerns(about(other), fold([])), other).toBe(false);
    const person = caution('p', { about: { kind: 'person', name: opened.type } });
    expect(concerns(person, fold([]))).toBe(false);
    expect(concerns(person, fold([attached('p')]))).toBe(true);
  });

  test('nothing belongs to an incident whose place is not known', () => {
    const nowhere = { place: { address: '' }, cautions: NO_CAUTIONS };
    const about = { kind: 'address', address: '#4' } as const;
    expect(concerns(caution('c', { about }), nowhere)).toBe(false);
  });

  test('a person is attached by exactly their name, once, and never an expired one', () => {
    const known = [
      caution('p1', { about: jordan }),
      caution('p2', { about: { kind: 'person', name: 'Jordan Example Jr' } }),
      caution('p3', { about: jordan, expiresOn: '2026-03-02' }),
    ];
    const attach = (name: string) => (incident: ReturnType<typeof fold>) =>
      attachCautions(incident, name, known, now);
    given([]).when(attach('jordan example')).then(attached('p1'));
    given([attached('p1')])
      .when(attach('jordan example'))
      .then();
    given([])
      .when(attach('Jordan'))
      .refused('no-caution', /“Jordan”.*Nothing was attached/);
  });

  test('only what belongs here, counts now and was on the screen is acknowledged', () => {
    const known = [
      caution('c1'),
      caution('c2', { expiresOn: '2026-03-02' }),
      caution('c3', { about: { kind: 'address', address: '2 N Clark' } }),
      caution('c4'),
    ];
    const ids = ['c1', 'c2', 'c3', 'nothing'].map(id);
    const after = given([])
      .when((incident) => acknowledgeCautions(incident, ids, known, now))
      .then(read('c1'));
    expect(after.cautions.acknowledged).toEqual([{ cautionId: 'c1', at: START, by: dana }]);
    expect(unacknowledged(after, known, NOON.date).map(({ cautionId }) => cautionId)).toEqual([
      'c4',
    ]);
    given(after)
      .when((incident) => acknowledgeCautions(incident, ids, known, now))
      .then();
  });

  test('a closed incident takes neither', () => {
    const closed = {
      type: 'incident.closed',
      incidentId,
      disposition: 'no-contact',
      note: '',
    } as const;
    given([closed])
      .when((each) => acknowledgeCautions(each, [id('c1')], [caution('c1')], now))
      .refused('incident-closed', /open a new call/);
    given([closed])
      .when((each) => attachCautions(each, 'A', [], now))
      .refused('incident-closed', /open a new call/);
  });
});

describe('before a unit is sent', () => {
  test('the refusal names the caution and the key; acknowledged, expired and removed bar nobody', () => {
    const known = [caution('c1')];
    given([])
      .when((incident) => cautionBar(incident, unit(), known, now) ?? [])
      .refused(
        'caution-not-acknowledged',
        /^M1 was not sent: .* “Animal: Large dog behind the door”\. Read it, press Shift\+A/,
      );
    const bar = (events: IncidentCautionEvent[], more: Partial<Caution>) =>
      cautionBar(fold(events), unit(), [caution('c1', more)], now);
    expect(bar([read('c1')], {})).toBeNull();
    expect(bar([], { expiresOn: '2026-03-02' })).toBeNull();
    expect(bar([], { removed: { at: START, by: dana, reason: 'Gone.' } })).toBeNull();
    expect(bar([], { about: { kind: 'address', address: '2 N Clark' } })).toBeNull();
  });

  test('what was acknowledged at one address says nothing about another', () => {
    const moved = {
      type: 'incident.place-set',
      incidentId,
      place: { address: '2 N Clark', areaId: null, position: null },
      callback: null,
    } as const;
    const there = caution('c2', { about: { kind: 'address', address: '2 N. Clark #3' } });
    expect(
      cautionBar(fold([read('c1'), moved]), unit(), [caution('c1'), there], now),
    ).not.toBeNull();
  });

  test('police and EMS that were called now never wait for it, each for itself', () => {
    const known = [caution('c1')];
    const called = (service: 'police' | 'ems') =>
      fold([
        {
          type: 'incident.upgraded',
          incidentId,
          services: [service],
          shortage: null,
          fromLine: false,
        },
      ]);
    const of = (service: 'police' | 'ems') => unit({ teamType: policy.services[service] });
    expect(cautionBar(called('ems'), of('ems'), known, now)).toBeNull();
    expect(cautionBar(called('police'), of('police'), known, now)).toBeNull();
    expect(cautionBar(called('ems'), of('police'), known, now)).not.toBeNull();
    expect(cautionBar(called('ems'), unit(), known, now)).not.toBeNull();
  });
});

test('no caution, whatever it says, changes what is recommended', () => {
  const facts = policy.facts.map(({ id: fact }) => fact);
  const step = fc.oneof(
    fc
      .tuple(fc.constantFrom(...facts), fc.constantFrom('yes', 'no', 'unknown'))
      .map(([fact, answer]) => answered(fact, answer as 'yes')),
    fc.constantFrom(attached('p1'), attached('p2'), read('c1'), read('c1', 'p1')),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const withCautions = fold(steps);
      const without = fold(steps.filter(({ type }) => !type.includes('caution')));
      expect(evaluate(policy, readingsOf(withCautions.facts, policy))).toEqual(
        evaluate(policy, readingsOf(without.facts, policy)),
      );
      expect({ ...withCautions, cautions: NO_CAUTIONS }).toEqual(without);
    }),
  );
});

test('an expired or removed caution bars nobody, whoever goes and whatever it says', () => {
  const lapsed = fc.array(
    fc.record({
      kind: fc.constantFrom(...CAUTION_KINDS),
      expiresOn: fc.constantFrom('2026-03-02', '2025-01-01', '2026-02-28'),
      text: fc.string(),
    }),
    { maxLength: 6 },
  );
  const team = fc.constantFrom(...policy.teamTypes.map(({ id }) => id));
  fc.assert(
    fc.property(lapsed, lapsed, team, (expired, removed, teamType) => {
      const known = [
        ...expired.map((more, at) => caution(`x${at}`, more)),
        ...removed.map((more, at) =>
          caution(`r${at}`, {
            ...more,
            expiresOn: '2026-12-31',
            removed: { at: START, by: dana, reason: 'Wrong.' },
          }),
        ),
      ];
      expect(cautionBar(fold([]), unit({ teamType }), known, context())).toBeNull();
    }),
  );
});
