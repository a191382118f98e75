import { beforeEach, expect, test } from 'vitest';
import {
  centerAtWork,
  CHEAP_PASSPHRASES,
  PASSPHRASE,
  type DeskAtWork,
} from '../support/desk-at-work.ts';
import {
  asWritten,
  inMinutes,
  proposed,
  published,
  SHIPPED,
  slower,
  withRuth,
} from '../support/policy-at-work.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import type { Session } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import { policyHash } from '#main/desk/shipped-policy.ts';
import type { Input, Topic } from '#shared/contract/console-contract.ts';
import type { JournalEvent } from '#shared/journal/journal-event.ts';
import type { Policy } from '#shared/policy/policy.ts';

const SHIPPED_HASH = policyHash(SHIPPED);
const NEXT = slower('2027.1');
const NEXT_HASH = policyHash(NEXT);

let atWork: DeskAtWork;
let ruth: Session;
let sam: Session;
beforeEach(() => {
  atWork = centerAtWork();
  withRuth(atWork);
  ruth = atWork.as('Ruth');
  sam = atWork.as('Sam');
});

const workshop = (session = sam) => atWork.do(session, 'policy.workshop', {});
const inForce = () => atWork.do(sam, 'policy.in-force', {});

function propose(policy: unknown, changes: Partial<Input<'policy.propose'>> = {}) {
  const input = { document: asWritten(policy), effectiveFrom: null, note: 'Why.', ...changes };
  return atWork.desk.answer('policy.propose', input, ruth);
}

/** The sentence a command is refused with; it has to leave the journal and the drafts as they were. */
function refusal(topic: Topic, input: unknown, session: Session, code: string): string {
  const head = atWork.desk.journal.head();
  const { draft } = workshop(session);
  const reply = atWork.desk.answer(topic, input, session);
  if (reply.ok) throw new Error(`${topic} was carried out.`);
  expect(reply.refused).toBe(code);
  expect(reply.because).toMatch(/^\S.{20,}\.$/s);
  expect(reply.because).toContain('Nothing was changed.');
  expect(atWork.desk.journal.head()).toBe(head);
  expect(workshop(session).draft).toEqual(draft);
  return reply.because;
}

function refusedProposal(
  policy: unknown,
  code: string,
  changes: Partial<Input<'policy.propose'>> = {},
): string {
  atWork.do(ruth, 'policy.save-draft', { document: asWritten(policy) });
  const input = { document: asWritten(policy), effectiveFrom: null, note: 'Why.', ...changes };
  return refusal('policy.propose', input, ruth, code);
}

function lastEvent(): JournalEvent {
  return [...atWork.desk.journal.entriesAfter(atWork.desk.journal.head() - 1)][0]!.event;
}

test('a new center works by the shipped policy and says where it came from', () => {
  const { inForce: now, history, scheduled, proposal, stepBack, draft } = workshop();
  expect(now).toEqual({ policy: SHIPPED, hash: SHIPPED_HASH });
  expect(history).toEqual([
    {
      hash: SHIPPED_HASH,
      version: SHIPPED.version,
      title: SHIPPED.title,
      adoptedAt: '2026-03-03T18:00:00.000Z',
      effectiveFrom: '2026-03-03T18:00:00.000Z',
      how: 'shipped',
      proposedByName: null,
      approvedByName: null,
      reason: 'Came with CareDesk.',
      state: 'in-force',
    },
  ]);
  expect({ scheduled, proposal, stepBack, draft }).toEqual({
    scheduled: null,
    proposal: null,
    stepBack: null,
    draft: null,
  });
});

test('a policy is proposed by one supervisor, approved by another and in force at once', () => {
  expect(propose(NEXT, { note: 'Decisions take longer at night.' }).ok).toBe(true);
  expect(lastEvent()).toMatchObject({ type: 'policy.proposed', basedOn: SHIPPED_HASH });
  expect(workshop().proposal).toMatchObject({
    hash: NEXT_HASH,
    policy: NEXT,
    effectiveFrom: null,
    note: 'Decisions take longer at night.',
    proposedByName: 'Ruth',
    at: atWork.now().toISOString(),
    differences: [{ path: '$.version' }, { path: '$.promises.decideSeconds' }],
  });
  expect(inForce().hash, 'a proposal changes nothing yet').toBe(SHIPPED_HASH);
  atWork.pass(3);
  atWork.do(sam, 'policy.approve', { hash: NEXT_HASH, secondPerson: null });
  expect(inForce()).toEqual({ policy: NEXT, hash: NEXT_HASH });
  const { history, proposal, stepBack } = workshop();
  expect(proposal).toBeNull();
  expect(stepBack?.hash).toBe(SHIPPED_HASH);
  expect(history.map(({ version, state }) => [version, state])).toEqual([
    ['2027.1', 'in-force'],
    [SHIPPED.version, 'past'],
  ]);
  expect(history[0]).toMatchObject({
    how: 'published',
    effectiveFrom: atWork.now().toISOString(),
    proposedByName: 'Ruth',
    approvedByName: 'Sam',
    reason: 'Decisions take longer at night.',
  });
  expect(auditBoard(atWork.desk.db).equal).toBe(true);
});

test('what is no policy is refused with the first place, what is wrong and what to do', () => {
  const facts = SHIPPED.facts.filter(({ id }) => id !== 'not-breathing');
  const { problems } = atWork.do(ruth, 'policy.examine', {
    document: asWritten({ ...NEXT, facts }),
  });
  const because = refusedProposal({ ...NEXT, facts }, 'not-a-policy');
  for (const part of ['path', 'message', 'remedy'] as const)
    expect(because).toContain(problems[0]![part]);
  expect(refusedProposal({ ...NEXT, version: ' ' }, 'not-a-policy')).toContain('$.version');
});

test('a policy without a change is refused, whoever moved its members about', () => {
  const turned = Object.fromEntries(Object.entries(SHIPPED).reverse());
  expect(refusedProposal(turned, 'nothing-differs')).toContain(SHIPPED.version);
});

test('a version names one policy for good', () => {
  const because = refusedProposal(slower(SHIPPED.version), 'version-used');
  expect(because).toContain(SHIPPED.version);
  published(atWork, NEXT, inMinutes(atWork, 30));
  atWork.do(sam, 'policy.withdraw', { hash: NEXT_HASH, reason: 'Not now.' });
  refusedProposal(slower('2027.1', 120), 'version-used');
  expect(propose(NEXT).ok, 'the same document may come again').toBe(true);
});

test('a response open incidents may stand on has to stay in the list', () => {
  const responses = SHIPPED.responses
    .filter(({ id }) => id !== 'substance-use')
    .map((each) => ({
      ...each,
      fallbacks: each.fallbacks.filter((id) => id !== 'substance-use'),
    }));
  const gates = SHIPPED.gates.map((gate) => ({
    ...gate,
    rules: gate.rules.filter(({ response }) => response !== 'substance-use'),
  }));
  const because = refusedProposal({ ...NEXT, responses, gates }, 'response-missing');
  expect(because).toContain('substance-use');
  expect(because).toContain('take it out of the rules');
});

/** Without the rules for a weapon in hand: a policy, and no safe one. */
function unsafe(version: string): Policy {
  const gates = SHIPPED.gates.map((gate) => ({
    ...gate,
    rules: gate.rules.filter(({ when }) => when.every(({ fact }) => fact !== 'weapon-in-hand')),
  }));
  return { ...SHIPPED, version, gates };
}

test('a policy that is not proved is refused with the claim it breaks, and how', () => {
  const document = asWritten(unsafe('2027.1'));
  const { verdict, problems } = atWork.do(ruth, 'policy.examine', { document });
  expect(problems).toEqual([]);
  expect(verdict).toMatchObject({ proved: false, ms: expect.any(Number) });
  const [first] = verdict!.violations;
  const because = refusedProposal(unsafe('2027.1'), 'not-proved');
  expect(because).toContain(first!.invariant);
  expect(because).toContain(first!.says);
});

test('examining says what differs, what is proved and what each fact can lead to', () => {
  const examined = atWork.do(ruth, 'policy.examine', { document: asWritten(NEXT) });
  expect(examined.problems).toEqual([]);
  expect(examined.differences.map(({ path }) => path)).toEqual([
    '$.version',
    '$.promises.decideSeconds',
  ]);
  expect(examined.verdict).toMatchObject({ proved: true, violations: [] });
  expect(examined.verdict!.ms).toBeGreaterThan(0);
  expect(examined.reach).toContainEqual(
    expect.objectContaining({ fact: 'weapon-in-hand', levels: expect.arrayContaining(['L4']) }),
  );
  const broken = atWork.do(ruth, 'policy.examine', { document: { title: 'Half a policy' } });
  expect(broken.problems.length).toBeGreaterThan(0);
  expect(broken).toMatchObject({ differences: [], verdict: null, reach: [] });
});

test.each([
  ['two minutes ago', -2, 'time-passed'],
  ['more than a year ahead', 367 * 24 * 60, 'time-too-far'],
])('a time %s is refused', (_name, minutes, code) => {
  refusedProposal(NEXT, code, { effectiveFrom: inMinutes(atWork, minutes) });
});

test.each([-0.5, 0, 60, 360 * 24 * 60])('a time %s minutes ahead is taken', (minutes) => {
  expect(propose(NEXT, { effectiveFrom: inMinutes(atWork, minutes) }).ok).toBe(true);
});

test('one proposal waits at a time, and its author’s name is said', () => {
  proposed(atWork, NEXT);
  expect(refusedProposal(slower('2027.2'), 'proposal-waits')).toMatch(/2027\.1, proposed by Ruth/);
  atWork.do(ruth, 'policy.decline', { hash: NEXT_HASH, reason: 'A mistake in it.' });
  expect(workshop().proposal).toBeNull();
  expect(propose(slower('2027.2')).ok).toBe(true);
});

test('while one is scheduled none is proposed that it would take back', () => {
  published(atWork, NEXT, inMinutes(atWork, 60));
  expect(refusedProposal(slower('2027.2'), 'one-is-scheduled')).toMatch(
    /2027\.1 .*2026-03-03 at 13:00/,
  );
});

test('the author never approves, neither signed on nor as the second person', () => {
  proposed(atWork, NEXT);
  const asRuth = { operatorId: atWork.idOf('Ruth'), passphrase: PASSPHRASE };
  const alone = { hash: NEXT_HASH, secondPerson: null };
  expect(refusal('policy.approve', alone, ruth, 'author-approves')).toContain(
    'The author cannot approve their own policy: a second supervisor has to sign.',
  );
  const signs = { hash: NEXT_HASH, secondPerson: asRuth };
  refusal('policy.approve', signs, ruth, 'author-approves');
  refusal('policy.approve', signs, sam, 'author-approves');
  expect(inForce().hash).toBe(SHIPPED_HASH);
});

test('the second supervisor may sign beside the author', () => {
  proposed(atWork, NEXT);
  const secondPerson = { operatorId: atWork.idOf('Sam'), passphrase: PASSPHRASE };
  atWork.do(ruth, 'policy.approve', { hash: NEXT_HASH, secondPerson });
  expect(workshop().history[0]).toMatchObject({ proposedByName: 'Ruth', approvedByName: 'Sam' });
});

test.each(['Dana', 'Ada', 'Cleo', 'Pat'])('%s cannot sign beside the author', (name) => {
  proposed(atWork, NEXT);
  const secondPerson = { operatorId: atWork.idOf(name), passphrase: PASSPHRASE };
  const input = { hash: NEXT_HASH, secondPerson };
  expect(refusal('policy.approve', input, ruth, 'may-not-sign')).toContain(name);
});

test('in a live center a wrong passphrase approves nothing, nor does nobody’s', () => {
  proposed(atWork, NEXT);
  const sams = atWork.idOf('Sam');
  atWork.desk.close();
  const live = openDesk({
    folder: atWork.folder,
    passphraseCost: CHEAP_PASSPHRASES,
    now: atWork.now,
    log: () => {},
  });
  const approve = (operatorId: string, passphrase: string) =>
    live.answer(
      'policy.approve',
      { hash: NEXT_HASH, secondPerson: { operatorId, passphrase } },
      ruth,
    );
  const refused = { ok: false, refused: 'wrong-passphrase' };
  expect(approve(sams, 'wrong horse')).toMatchObject(refused);
  expect(approve(sams, '')).toMatchObject(refused);
  expect(approve('nobody', PASSPHRASE)).toMatchObject(refused);
  expect(live.policy()?.hash).toBe(SHIPPED_HASH);
  expect(approve(sams, PASSPHRASE)).toMatchObject({ ok: true });
  expect(live.policy()?.hash).toBe(NEXT_HASH);
  live.close();
});

test('what does not wait cannot be approved or declined', () => {
  refusal('policy.approve', { hash: NEXT_HASH, secondPerson: null }, sam, 'no-proposal');
  refusal('policy.decline', { hash: NEXT_HASH, reason: 'No.' }, sam, 'no-proposal');
  proposed(atWork, NEXT);
  refusal('policy.approve', { hash: SHIPPED_HASH, secondPerson: null }, sam, 'no-proposal');
  refusal('policy.decline', { hash: SHIPPED_HASH, reason: 'No.' }, sam, 'no-proposal');
  atWork.do(sam, 'policy.decline', { hash: NEXT_HASH, reason: 'Not proved at night.' });
  expect(lastEvent()).toEqual({
    type: 'policy.declined',
    hash: NEXT_HASH,
    reason: 'Not proved at night.',
  });
  refusal('policy.approve', { hash: NEXT_HASH, secondPerson: null }, sam, 'no-proposal');
});

test('a proposal written against another policy than the one in force is not approved', () => {
  published(atWork, NEXT);
  const third = policyHash(slower('2027.2', 120));
  proposed(atWork, slower('2027.2', 120));
  atWork.do(sam, 'policy.roll-back', { hash: NEXT_HASH, reason: 'Too slow.' });
  const input = { hash: third, secondPerson: null };
  expect(refusal('policy.approve', input, sam, 'policy-moved-on')).toMatch(/propose it again/);
  atWork.do(sam, 'policy.decline', { hash: third, reason: 'Written against 2027.1.' });
  published(atWork, slower('2027.2', 120));
  expect(inForce().hash).toBe(third);
});

test('a waiting document is read and proved again before it goes live', () => {
  // As if it had been proposed with a CareDesk that looked less closely.
  const policy = unsafe('2027.1');
  const hash = policyHash(policy);
  const about = { effectiveFrom: null, note: 'Why.', basedOn: SHIPPED_HASH };
  atWork.desk.record([{ type: 'policy.proposed', hash, policy, ...about }], atWork.idOf('Ruth'));
  refusal('policy.approve', { hash, secondPerson: null }, sam, 'not-proved');
});
