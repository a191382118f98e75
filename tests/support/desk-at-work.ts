import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeskLog } from '#main/desk/desk-log.ts';
import type { Desk, Session } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { Input, Output, Topic } from '#shared/contract/console-contract.ts';
import type { CallId, IncidentId, OperatorId, UnitId } from '#shared/lib/brand.ts';
import type { Role } from '#shared/roster/operator.ts';
import type { UnitStatus } from '#shared/unit/unit-status.ts';

/** A real desk on a real file, with a clock the test turns and ids that count. */
export interface DeskAtWork {
  readonly desk: Desk;
  readonly folder: string;
  readonly now: () => Date;
  pass(minutes: number): void;
  /** The clock is set, and no time passes. */
  jump(minutes: number): void;
  as(name: string): Session;
  idOf(name: string): OperatorId;
  /** Gives a command that has to be carried out; throws with the desk's sentence otherwise. */
  do<T extends Topic>(session: Session, topic: T, input: Input<T>): Output<T>;
  reopen(): DeskAtWork;
}

// Counts on through a reopening: a desk that starts again never makes an id twice.
let ids = 0;

export const PASSPHRASE = 'correct horse';
/** For live desks whose story is not about guessing. */
export const CHEAP_PASSPHRASES = { N: 1_024, r: 8, p: 1 };

const PEOPLE: readonly { name: string; role: Role }[] = [
  { name: 'Dana', role: 'dispatcher' },
  { name: 'Theo', role: 'dispatcher' },
  { name: 'Cleo', role: 'clinician' },
  { name: 'Imani', role: 'clinician' },
  { name: 'Sam', role: 'supervisor' },
  { name: 'Pat', role: 'call-taker' },
];

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, removed when the tests are through. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caredesk-'));
  folders.push(folder);
  return folder;
}

export function openAtWork(
  folder: string,
  start = '2026-03-03T18:00:00.000Z',
  log: DeskLog = () => {},
  newId = () => `id-${(ids += 1)}`,
): DeskAtWork {
  let clock = Date.parse(start);
  let even = 0;
  const desk = openDesk({
    folder,
    mode: 'training',
    now: () => new Date(clock),
    steady: () => even,
    newId,
    log,
  });
  const operators = () => {
    const hello = desk.answer('desk.hello', {}, { operator: null, focus: null });
    if (!hello.ok) throw new Error(hello.because);
    return hello.value.operators;
  };
  const find = (name: string) => {
    const operator = operators().find((each) => each.name === name);
    if (operator === undefined) throw new Error(`Nobody here is called ${name}.`);
    return operator;
  };
  return {
    desk,
    folder,
    now: () => new Date(clock),
    pass: (minutes) => {
      clock += minutes * 60_000;
      even += minutes * 60_000;
    },
    jump: (minutes) => {
      clock += minutes * 60_000;
    },
    as: (name) => ({ operator: find(name), focus: null }),
    idOf: (name) => find(name).operatorId,
    do: (session, topic, input) => {
      const reply = desk.answer(topic, input, session);
      if (!reply.ok) throw new Error(`${topic}: ${reply.because}`);
      return reply.value;
    },
    reopen: () => {
      desk.close();
      return openAtWork(folder, new Date(clock).toISOString());
    },
  };
}

/** What lies in the folder of a center just set up, by name: the set-up costs seven passphrases and a fleet. */
let justSetUp: ReadonlyMap<string, Buffer> | undefined;

/** A center with people and one unit of each kind, all available. */
export function centerAtWork(folder = temporaryFolder()): DeskAtWork {
  justSetUp ??= setUpOnce();
  for (const [name, content] of justSetUp) writeFileSync(join(folder, name), content);
  return openAtWork(folder);
}

function setUpOnce(): ReadonlyMap<string, Buffer> {
  const atWork = openAtWork(temporaryFolder());
  atWork.do({ operator: null, focus: null }, 'center.set-up', {
    name: 'Test Center',
    psapId: 'TEST-1',
    timeZone: 'America/Chicago',
    admin: { name: 'Ada', passphrase: PASSPHRASE },
    accounts: PEOPLE.map((person) => ({ ...person, passphrase: PASSPHRASE })),
  });
  const ada = atWork.as('Ada');
  const sam = atWork.as('Sam');
  const fleet: readonly [string, string, string, readonly string[]][] = [
    ['M1', 'behavioral-health', 'North', ['paramedic', 'clinician']],
    ['M2', 'behavioral-health', 'South', ['paramedic', 'clinician']],
    ['R1', 'substance-use', 'North', ['paramedic', 'recovery-specialist']],
    ['N1', 'co-response-north', 'North', ['cit-officer', 'paramedic', 'clinician']],
    ['S1', 'co-response-south', 'South', ['cit-officer', 'paramedic', 'clinician']],
    ['P11', 'police-cit', 'North', ['cit-officer']],
    ['E31', 'ems', 'North', ['paramedic', 'emt']],
  ];
  for (const [unitId, teamType, zone, roles] of fleet) {
    const crew = roles.map((role) => ({ name: `${unitId} ${role}`, role, languages: [] }));
    atWork.do(ada, 'unit.add', { unitId, teamType, zone, crew, capabilities: [] });
    atWork.do(sam, 'unit.set-status', { unitId, status: 'available' });
  }
  atWork.desk.close();
  return new Map(
    readdirSync(atWork.folder).map((name) => [name, readFileSync(join(atWork.folder, name))]),
  );
}

/** A typed call, answered by the session: the incident it opened. */
export function openedIncident(
  atWork: DeskAtWork,
  session: Session,
  call: Partial<Input<'call.receive'>> = {},
): IncidentId {
  const received = atWork.do(session, 'call.receive', {
    ani: '312-555-0100',
    address: '4500 N Broadway, Uptown',
    words: 'My brother has not slept for days.',
    callType: null,
    ...call,
  });
  const callId = received.made as CallId;
  return atWork.do(session, 'call.answer', { callId }).made as IncidentId;
}

/** Answers every mandatory question with no, so that the level rests on the rest. */
export function clearOfDanger(atWork: DeskAtWork, session: Session, incidentId: IncidentId): void {
  for (const topic of ['medical', 'weapon', 'violence', 'suicide'] as const)
    atWork.do(session, 'incident.answer-none', { incidentId, topic, informant: 'caller-saw' });
}

export function report(atWork: DeskAtWork, unitId: string, status: UnitStatus): void {
  atWork.do(atWork.as('Dana'), 'unit.set-status', { unitId: unitId as UnitId, status });
}

/** Accepts what is recommended now. */
export function accept(atWork: DeskAtWork, session: Session, incidentId: IncidentId): void {
  const view = atWork.do(session, 'incident.focus', { incidentId });
  if (view === null) throw new Error('No such incident.');
  const { level, responseId } = view.recommendation;
  atWork.do(session, 'incident.decide', {
    incidentId,
    seen: { level, response: responseId },
    response: responseId,
    reason: null,
    secondPerson: null,
  });
}
