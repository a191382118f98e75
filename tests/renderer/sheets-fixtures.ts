import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { IncidentRow, PolicyMark, UnitRow } from '#shared/board/board-rows.ts';
import type {
  FactLine,
  IncidentView,
  RankedResponse,
  SendCandidate,
} from '#shared/board/incident-view.ts';
import type { AddressSeen } from '#shared/board/place-tables-view.ts';
import type { Hello } from '#shared/contract/answers.ts';
import type { Topic } from '#shared/contract/console-contract.ts';
import type { Reply } from '#shared/contract/endpoint.ts';
import type { CallId, IncidentId, OperatorId, UnitId } from '#shared/lib/brand.ts';
import { unsure } from '#shared/place/place-found.ts';
import { findResponse, type Policy } from '#shared/policy/policy.ts';
import shipped from '#shared/policy/default-policy.json' with { type: 'json' };
import type { Operator, Role } from '#shared/roster/operator.ts';
import type { UnitReason } from '#shared/unit/unit-reasons.ts';
import type { Bridge } from '#renderer/desk/bridge.ts';
import { clearBoard, showFocus, showSnapshot } from '#renderer/desk/board-store.ts';
import { deskStore, setHello } from '#renderer/desk/desk-store.ts';
import { loadDrafts, writeAllDrafts } from '#renderer/desk/kept-drafts.ts';

export const POLICY = shipped as unknown as Policy;
/** What the board says is in force: the policy that stands at the window already. */
export const MARK: PolicyMark = { version: POLICY.version, hash: 'hash', next: null };
export const IN_FORCE = { policy: POLICY, hash: MARK.hash };
export const I12 = 'incident-12' as IncidentId;

export function person(name: string, role: Role): Operator {
  return {
    operatorId: name.toLowerCase().replaceAll(' ', '-') as OperatorId,
    name,
    role,
    active: true,
  };
}

export const DANA = person('Dana Reyes', 'dispatcher');
export const CLEO = person('Cleo Brandt', 'clinician');
export const IMANI = person('Imani Okafor', 'clinician');
export const SAM = person('Sam Whitfield', 'supervisor');
export const OPERATORS = [DANA, CLEO, IMANI, SAM];

export const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

export interface Asked {
  readonly topic: Topic;
  readonly input: unknown;
}

/** Main as the window sees it: what was asked, and what it answers. */
export interface FakeMain {
  readonly asked: Asked[];
  /** The next answers to a topic; without any, a command is done and a query empty. */
  answer(topic: Topic, ...replies: Reply<unknown>[]): void;
  refuse(topic: Topic, because: string, refused?: string): void;
  inputsOf(topic: Topic): unknown[];
}

export function fakeMain(): FakeMain {
  const asked: Asked[] = [];
  const ready = new Map<Topic, Reply<unknown>[]>();
  const bridge: Bridge = {
    ask: (topic, input) => {
      asked.push({ topic: topic as Topic, input });
      const reply = ready.get(topic as Topic)?.shift();
      return Promise.resolve(reply ?? { ok: true, value: usualAnswer(topic as Topic) });
    },
    handOver: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
    subscribe: () => () => undefined,
  };
  window.caredesk = bridge;
  return {
    asked,
    answer: (topic, ...replies) => void ready.set(topic, replies),
    refuse: (topic, because, refused = 'refused') =>
      void ready.set(topic, [{ ok: false, refused, because }]),
    inputsOf: (topic) => asked.filter((each) => each.topic === topic).map(({ input }) => input),
  };
}

/** No table, no map: nothing is known of any address. */
export const NOT_LOOKED_UP: AddressSeen = {
  found: unsure('This center has no street table.'),
  suggestions: [],
};

function usualAnswer(topic: Topic): unknown {
  switch (topic) {
    case 'desk.hello':
      return deskStore.getState().hello;
    case 'policy.in-force':
      return IN_FORCE;
    case 'draft.all':
    case 'caution.all':
    case 'hand-over.past':
    case 'find.anything':
      return [];
    case 'person.known':
      return null;
    case 'place.look-up':
      return NOT_LOOKED_UP;
    case 'past.summary':
      return { calls: 0, behavioral: 0 };
    default:
      return { seq: 1 };
  }
}

/** A window with somebody at it, fresh for every test. */
export function atTheConsole(me: Operator | null = DANA): { main: FakeMain } {
  const bench = { main: null as unknown as FakeMain };
  beforeEach(async () => {
    bench.main = fakeMain();
    deskStore.setState(deskStore.getInitialState(), true);
    clearBoard();
    sitDown(me);
    await loadDrafts();
    bench.main.asked.length = 0;
  });
  afterEach(() => {
    cleanup();
    writeAllDrafts();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  return bench;
}

export function sitDown(me: Operator | null, more: Partial<Hello> = {}): void {
  const hello: Hello = {
    mode: 'live',
    center: { name: 'North Center', psapId: 'IL-001', timeZone: 'America/Chicago' },
    operators: OPERATORS,
    session: me,
    policyVersion: POLICY.version,
    position: 'position 1',
    passphrases: true,
    encrypted: true,
    now: new Date().toISOString(),
    ...more,
  };
  setHello(hello, POLICY);
}

export function showBoard(
  units: readonly UnitRow[],
  incidents: readonly IncidentRow[] = [],
  revision = 1,
): void {
  act(() =>
    showSnapshot({
      revision,
      calls: [],
      incidents,
      units,
      contacts: [],
      shifts: { handOvers: [], left: [] },
      operators: OPERATORS,
      clinicians: [],
      strip: { answered: 0, answeredInTime: 0, promiseSeconds: 15 },
      policy: MARK,
      areaMap: null,
      overdueReferrals: 0,
      attemptedLines: 0,
    }),
  );
}

export function inFocus(view: IncidentView): void {
  act(() => {
    showFocus(view);
    deskStore.setState({ selection: { kind: 'incident', id: view.incidentId } });
  });
}

export function unit(unitId: string, more: Partial<UnitRow> = {}): UnitRow {
  return {
    unitId: unitId as UnitId,
    teamType: 'behavioral-health',
    team: 'Behavioral-health team',
    short: 'BH',
    zone: 'North',
    status: 'available',
    since: ago(90),
    incidentId: null,
    incidentNumber: null,
    nextNumber: null,
    whereabouts: null,
    crew: [
      { name: 'Colleen Fahey', role: 'paramedic', onDuty: true, languages: [] },
      { name: 'Rafael Quiñones', role: 'clinician', onDuty: true, languages: [] },
    ],
    leaves: null,
    capabilities: [],
    gap: null,
    limit: null,
    safety: null,
    ...more,
  };
}

export function row(number: number, more: Partial<IncidentRow> = {}): IncidentRow {
  return {
    incidentId: `incident-${number}` as IncidentId,
    number,
    openedAt: ago(300 - number),
    phase: 'decided',
    level: 'L1',
    provisional: false,
    response: 'Clinician by phone',
    callers: 1,
    responseId: 'clinician-phone',
    ems: false,
    callType: 'Mental-health disturbance',
    address: `${number}00 N Kedzie Ave`,
    area: 'Humboldt Park',
    areaId: 'humboldt-park',
    position: null,
    owner: DANA.operatorId,
    ownerName: DANA.name,
    why: 'The person can talk.',
    units: [],
    phone: 'none',
    offer: null,
    clinician: null,
    transferTo: null,
    transfer: null,
    attention: null,
    holdUntil: null,
    holdExpired: false,
    promise: null,
    recontact: null,
    nexus: { standing: 'yes', because: ['type: Mental-health disturbance, yes'] },
    monitors: [],
    flag: null,
    asking: null,
    ...more,
  };
}

export function fact(id: string, more: Partial<FactLine> = {}): FactLine {
  const known = POLICY.facts.find((each) => each.id === id);
  if (known === undefined) throw new Error(`The shipped policy has no fact ${id}`);
  const { topic, label, question, why, mandatory } = known;
  return {
    id,
    topic,
    label,
    question,
    why,
    mandatory,
    reading: 'not-asked',
    record: null,
    recordedBy: null,
    settled: false,
    ...more,
  };
}

export function answered(id: string, answer: 'yes' | 'no' | 'unknown', aged = false): FactLine {
  const current = { answer, informant: 'caller-saw', at: ago(60), by: DANA.operatorId } as const;
  return fact(id, {
    reading: answer,
    record: { current, earlier: [], aged },
    recordedBy: DANA.name,
  });
}

/** A unit as main ranked it; without a shortfall one that can go. */
export function candidate(unitId: string, more: Partial<SendCandidate> = {}): SendCandidate {
  const { shortfalls = [] } = more;
  const against = shortfalls.map(({ kind, text }): UnitReason => ({
    kind,
    weight: 'bars',
    text,
    since: null,
  }));
  const reasons = [...against, { kind: 'crew', weight: 'plain', text: 'Full crew', since: null }];
  return {
    unitId,
    teamType: 'behavioral-health',
    team: 'Behavioral-health team',
    shortfalls,
    recommended: shortfalls.length === 0,
    reasons: reasons as UnitReason[],
    ...more,
  };
}

/** One of the ways to answer on the card; without more, the recommended one and free. */
export function ranked(response: string, more: Partial<RankedResponse> = {}): RankedResponse {
  return {
    response,
    label: findResponse(POLICY, response).label,
    standing: 'recommended',
    shortfalls: [],
    barred: null,
    reasons: [{ rule: 'L2-IN-PERSON', because: 'Somebody has to come.', source: 'CESSA' }],
    ...more,
  };
}

/** Nobody was ever asked to take the call over. */
export const NO_TRANSFERS: IncidentView['transfers'] = {
  standing: null,
  limit: null,
  number: null,
  cameBack: null,
  consentRefused: null,
  joined: [],
  receivers: [],
  dialed: [],
};

export function view(more: Partial<IncidentView> = {}): IncidentView {
  return {
    incidentId: I12,
    revision: 1,
    number: 12,
    callId: 'call-12' as CallId,
    openedAt: ago(240),
    receivedAt: ago(250),
    callers: [],
    absorbed: [],
    mergedInto: null,
    phase: 'decided',
    owner: DANA.operatorId,
    ownerName: DANA.name,
    place: { address: '1200 N Kedzie Ave', areaId: 'humboldt-park', position: null },
    area: 'Humboldt Park',
    zone: 'North',
    pointArea: null,
    locatedAt: null,
    callback: '312-555-0100',
    known: { name: '', birthDate: null, asOf: 0 },
    callType: 'MHDIST',
    callTypeLabel: 'Mental-health disturbance',
    words: 'My brother has not slept for days.',
    language: null,
    capabilities: [],
    facts: [],
    recommendation: {
      level: 'L2',
      levelName: 'Moderate',
      responseId: 'behavioral-health',
      response: 'Behavioral-health team',
      who: 'Paramedic and mental-health clinician',
      promiseMinutes: 20,
      alongside: [],
      provisional: false,
      reasons: [{ rule: 'L2-IN-PERSON', because: 'Somebody has to come.', source: 'CESSA' }],
      unasked: [],
      next: null,
      wouldChange: [],
      unarmedBar: null,
      ranked: [ranked('behavioral-health')],
      goesNow: 'behavioral-health',
    },
    options: [],
    needsDecision: false,
    decision: null,
    raised: null,
    returned: null,
    wanted: [],
    candidates: [],
    clinical: null,
    approach: null,
    units: [],
    stacked: [],
    onIt: [],
    staging: [],
    cautions: [],
    contacts: [],
    teamCards: [],
    safety: [],
    overdue: [],
    recontact: null,
    monitoring: { monitors: [], advice: [], nomination: null, stepDown: null },
    fromLine: null,
    phone: { state: 'none' },
    offer: null,
    bounces: 0,
    transfers: NO_TRANSFERS,
    from988: null,
    sent: null,
    hold: null,
    unservedReasonNeeded: null,
    closed: null,
    timeline: [],
    flag: null,
    suicideScreen: null,
    ...more,
  };
}
