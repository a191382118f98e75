import type { Page } from '@playwright/test';
import {
  centerFolder,
  press,
  profileFolder,
  startConsole,
  type RunningConsole,
} from './console.ts';
import { CHEAP_PASSPHRASES } from '../../support/desk-at-work.ts';
import { inventedCalls } from '../../support/invented-calls.ts';
import { pastCallNumbered } from '../../support/past-call-numbered.ts';
import type { Desk, Session } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import type { Input, Output, Topic } from '#shared/contract/console-contract.ts';
import type { EidoDocument } from '#shared/eido/sent-eido.ts';
import { readEido } from '#shared/eido/read-eido.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { DESK_OPERATOR } from '#shared/roster/operator.ts';
import type { CallId } from '#shared/lib/brand.ts';

export const PASSPHRASE = 'correct horse';

/** Answers of a caller who can be helped by phone. */
export const TALKS = {
  'in-person-need': 'no',
  behavioral: 'yes',
  'information-only': 'no',
  'can-talk': 'yes',
  willing: 'yes',
  'safe-place': 'yes',
} as const;

const FLEET: readonly [string, string, string, readonly string[]][] = [
  ['M1', 'behavioral-health', 'North', ['paramedic', 'clinician']],
  ['M2', 'behavioral-health', 'South', ['paramedic', 'clinician']],
  ['R1', 'substance-use', 'North', ['paramedic', 'recovery-specialist']],
  ['N1', 'co-response-north', 'North', ['cit-officer', 'paramedic', 'clinician']],
  ['P11', 'police-cit', 'North', ['cit-officer']],
  ['E31', 'ems', 'North', ['paramedic', 'emt']],
];

/** A center as its people left it: written through the desk itself before the window starts. */
export function seedCenter(profile: string, also: (seeder: Seeder) => void = () => {}): void {
  const clock = { behind: 0 };
  const now = () => new Date(Date.now() - clock.behind);
  const desk = openDesk({ folder: centerFolder(profile), now, passphraseCost: CHEAP_PASSPHRASES });
  try {
    const nobody: Session = { operator: null, focus: null };
    give(desk, nobody, 'center.set-up', {
      name: 'Test Center',
      psapId: 'TEST-1',
      timeZone: 'America/Chicago',
      admin: { name: 'Ada Admin', passphrase: PASSPHRASE },
      accounts: [
        { name: 'Dana Dispatcher', role: 'dispatcher', passphrase: PASSPHRASE },
        { name: 'Cleo Clinician', role: 'clinician', passphrase: PASSPHRASE },
        { name: 'Sam Supervisor', role: 'supervisor', passphrase: PASSPHRASE },
        { name: 'Rosa Supervisor', role: 'supervisor', passphrase: PASSPHRASE },
      ],
    });
    const sam = signedOn(desk, 'Sam Supervisor');
    for (const [unitId, teamType, zone, roles] of FLEET) {
      const crew = roles.map((role) => ({ name: `${unitId} ${role}`, role, languages: [] }));
      give(desk, sam, 'unit.add', { unitId, teamType, zone, crew, capabilities: [] });
      give(desk, sam, 'unit.set-status', { unitId, status: 'available' });
    }
    also(new Seeder(desk, clock));
  } finally {
    desk.close();
  }
}

export class Seeder {
  readonly #desk: Desk;
  readonly #clock: { behind: number };
  constructor(desk: Desk, clock: { behind: number }) {
    this.#desk = desk;
    this.#clock = clock;
  }

  /** What follows happened so many minutes ago. Only ever nearer to now. */
  minutesAgo(minutes: number): void {
    this.#clock.behind = minutes * 60_000;
  }

  as(name: string): Session {
    return signedOn(this.#desk, name);
  }

  give<T extends Topic>(session: Session, topic: T, input: Input<T>): string | undefined {
    return give(this.#desk, session, topic, input);
  }

  /** What the desk answers to a question. */
  ask<T extends Topic>(session: Session, topic: T, input: Input<T>): Output<T> {
    const reply = this.#desk.answer(topic, input, session);
    if (!reply.ok) throw new Error(`${topic}: ${reply.because}`);
    return reply.value;
  }

  /** A call waiting in the queue. */
  call(address: string, words: string, callType: string | null = 'MHDIST'): string {
    const dana = this.as('Dana Dispatcher');
    return this.give(dana, 'call.receive', { ani: '312-555-0100', address, words, callType }) ?? '';
  }

  /** A caution of Dana's about an address, for a month from now. */
  caution(address: string, text: string): void {
    const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const about = { kind: 'address', address } as const;
    const said = { kind: 'animal', text, source: 'Crew of M1', expiresOn } as const;
    this.give(this.as('Dana Dispatcher'), 'caution.record', { about, ...said });
  }

  /** An incident of Dana's with every danger ruled out and `answers` given. */
  incident(address: string, answers: Readonly<Record<string, 'yes' | 'no'>> = {}): string {
    const dana = this.as('Dana Dispatcher');
    const callId = this.call(address, 'My sister talks to people who are not there.') as CallId;
    const incidentId = this.give(dana, 'call.answer', { callId }) ?? '';
    const informant = 'caller-saw';
    for (const topic of ['medical', 'weapon', 'violence', 'suicide'] as const)
      this.give(dana, 'incident.answer-none', { incidentId, topic, informant });
    for (const [fact, answer] of Object.entries(answers))
      this.give(dana, 'incident.answer-fact', { incidentId, fact, answer, informant });
    return incidentId;
  }

  /** Calls of an invented export, of the weeks up to yesterday. */
  pastCalls(calls: number, weeks = 4): void {
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    const invented = inventedCalls({ calls, seed: 7, from: day(7 * weeks - 1), to: day(1) });
    const events = [...invented].map((pastCall) => {
      return { type: 'past-call.imported', pastCall } as const;
    });
    // Many at once, as an import writes them.
    for (let at = 0; at < events.length; at += 500)
      this.#desk.record(events.slice(at, at + 500), DESK_OPERATOR);
  }

  /** Incident documents, as an intake line hands them over. */
  deliver(...texts: readonly string[]): void {
    const documents = texts.map(readEido).filter((each): each is EidoDocument => !isRefusal(each));
    this.#desk.deliver(
      documents.map((document) => ({ kind: 'eido', from: 'Riverside line', document })),
    );
  }

  /** Past calls that came with these type strings, so many of each. */
  typeStrings(seen: Readonly<Record<string, number>>): void {
    let number = 0;
    const events = Object.entries(seen).flatMap(([rawType, calls]) =>
      Array.from({ length: calls }, () => {
        const received = { receivedLocal: '2024-05-01T10:00:00', rawType };
        const pastCall = { ...pastCallNumbered((number += 1), 'OTHER'), ...received };
        return { type: 'past-call.imported', pastCall } as const;
      }),
    );
    this.#desk.record(events, DESK_OPERATOR);
  }

  accept(incidentId: string): void {
    this.override(incidentId, null, null);
  }

  /** Dana chooses a response; null is the recommended one. */
  override(incidentId: string, response: string | null, reason: string | null): void {
    const dana = this.as('Dana Dispatcher');
    const view = this.#desk.answer('incident.focus', { incidentId }, dana);
    if (!view.ok || view.value === null) throw new Error('The seeded incident is not there.');
    const { level, responseId } = view.value.recommendation;
    const seen = { level, response: responseId };
    const choice = { response: response ?? responseId, reason, secondPerson: null };
    this.give(dana, 'incident.decide', { incidentId, seen, ...choice });
  }
}

function signedOn(desk: Desk, name: string): Session {
  const session: Session = { operator: null, focus: null };
  const hello = desk.answer('desk.hello', {}, session);
  const operator = hello.ok ? hello.value.operators.find((each) => each.name === name) : undefined;
  return { ...session, operator: operator ?? null };
}

function give<T extends Topic>(
  desk: Desk,
  session: Session,
  topic: T,
  input: Input<T>,
): string | undefined {
  const reply = desk.answer(topic, input, session);
  if (!reply.ok) throw new Error(`${topic}: ${reply.because}`);
  return (reply.value as { made?: string }).made;
}

/** Types a name and a passphrase on the sign-on screen, keyboard only. */
export async function signOn(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: 'Test Center' }).waitFor();
  await page.keyboard.type(name);
  await press(page, 'Enter');
  await page.getByLabel('Passphrase').waitFor();
  await page.keyboard.type(PASSPHRASE);
  await press(page, 'Enter');
}

/** A console with a seeded center and somebody signed on at its board. */
export async function consoleAs(
  name: string,
  also?: (seeder: Seeder) => void,
  args: readonly string[] = [],
): Promise<RunningConsole & { profile: string }> {
  const profile = profileFolder();
  seedCenter(profile, also);
  const running = await startConsole(profile, args);
  await signOn(running.page, name);
  await running.page.locator('.console').waitFor();
  return { ...running, profile };
}
