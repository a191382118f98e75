import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../build/bundle.mjs';
import { temporaryFolder } from '../support/desk-at-work.ts';
import { jobsHere } from '../support/jobs-here.ts';
import {
  done,
  encryptedFirst,
  keptStore,
  readBack,
  setUp,
  type KeptStore,
} from '../support/kept-store.ts';
import { pocketKeystore } from '../support/pocket-keystore.ts';
import { ROOT } from '../support/source-modules.ts';
import { auditBoard } from '#db/board/audit-board.ts';
import { verifyChain } from '#db/journal/verify-chain.ts';
import { ringIn } from '#db/store-key/ring-file.ts';
import type { CopyRunner } from '#main/desk/copies/copy-jobs.ts';
import { CopyTrouble } from '#main/desk/copies/copy-trouble.ts';
import { threadRunner } from '#main/desk/copies/thread-runner.ts';
import type { Session } from '#main/desk/desk.ts';
import { askPrepared } from '#main/desk/prepared-ask.ts';
import { USUAL_COPIES } from '#shared/copies/copies-setting.ts';
import type { CallId, OperatorId } from '#shared/lib/brand.ts';

const ADA = 'ada' as OperatorId;
const BY_KEYSTORE = { by: 'keystore' } as const;
const CALL = { ani: null, address: '900 W Wilson Ave', words: 'He shouts.', callType: null };

beforeAll(() => ensureBuilt(['copies']));

async function centerOn(runner: CopyRunner): Promise<{ kept: KeptStore; dana: Session }> {
  const kept = await keptStore(pocketKeystore(), undefined, runner);
  await encryptedFirst(kept, 'keystore');
  const people = [{ name: 'Dana', role: 'dispatcher' as const, passphrase: 'seven red lamps' }];
  setUp(kept, { accounts: people });
  const dana: Session = { operator: null, focus: null };
  const hello = kept.desk().answer('desk.hello', {}, dana);
  const { operatorId } = (hello.ok ? hello.value.operators : []).find(
    ({ name }) => name === 'Dana',
  )!;
  const { passphrase } = people[0]!;
  kept.desk().answer('operator.sign-on', { operatorId, passphrase }, dana);
  return { kept, dana };
}

const encrypting = ({ keeper }: KeptStore) =>
  keeper.encrypt(BY_KEYSTORE, readBack(keeper.offer()), ADA);
const turn = () => new Promise((resolve) => setTimeout(resolve, 2));

/** A call comes in and police and EMS are sent to it. */
function sent({ desk }: KeptStore, dana: Session): string {
  const received = desk().answer('call.receive', CALL, dana);
  const callId = (received.ok ? received.value.made : undefined) as CallId;
  const services = ['police', 'ems'] as const;
  const reply = desk().answer('incident.upgrade', { callId, services: [...services] }, dana);
  if (!reply.ok) throw new Error(reply.because);
  return reply.value.made!;
}

test('a thread encrypts the store; calls are taken and police and EMS sent meanwhile, and nothing of it is lost', async () => {
  const { kept, dana } = await centerOn(threadRunner(join(ROOT, 'out', 'copies', 'copies.js')));
  const former = kept.desk();
  let over = false;
  const under = encrypting(kept).finally(() => (over = true));
  const incidents: string[] = [];
  const steps = new Set<string>();
  while (!over) {
    incidents.push(sent(kept, dana));
    const { encrypting: standing } = kept.keeper.standing();
    if (standing !== null) steps.add(standing.step);
    await turn();
  }
  done(await under);
  expect(incidents.length).toBeGreaterThan(1);
  expect([...steps][0]).toBe('writing');
  const desk = kept.desk();
  expect(desk.key).not.toBe(former.key);
  expect(former.db.open).toBe(false);
  const open = desk.db.prepare('SELECT incident_id FROM board_incidents WHERE open = 1').pluck();
  expect(new Set(open.all())).toEqual(new Set(incidents));
  expect(verifyChain(desk.db)).toMatchObject({ chain: 'intact', kept: 'intact' });
  expect(auditBoard(desk.db).equal).toBe(true);
  // And it goes on.
  sent(kept, dana);
  kept.close();
});

/** Ends when it is told to, well or not. */
function heldRunner() {
  let goOn: (how: Error | null) => void = () => {};
  const runner: CopyRunner = {
    run: async (job, tell) => {
      const result = await jobsHere.run(job as never, tell);
      tell('verifying');
      const how = await new Promise<Error | null>((resolve) => (goOn = resolve));
      if (how !== null) throw how;
      return result as never;
    },
    stop: () => {},
  };
  return { runner, end: (how: Error | null = null) => goOn(how) };
}

test('while it is under way the key is changed no other way, and no copy begins', async () => {
  const held = heldRunner();
  const kept = await keptStore(pocketKeystore(), undefined, held.runner);
  const offer = done(kept.keeper.firstOffer());
  const first = kept.keeper.encryptFirst(BY_KEYSTORE, readBack(offer));
  await turn();
  expect(kept.keeper.isEncrypting).toBe(true);
  expect(kept.keeper.standing()).toMatchObject({ encrypting: { step: 'verifying' }, failed: null });
  held.end();
  done(await first);

  const { fingerprint } = kept.keeper.standing();
  const under = encrypting(kept);
  await turn();
  expect(await encrypting(kept)).toMatchObject({ refused: 'busy' });
  expect(await kept.keeper.changeWay(BY_KEYSTORE, ADA)).toMatchObject({ refused: 'busy' });
  const again = readBack(kept.keeper.offer());
  expect(kept.keeper.renewRecovery(again, ADA)).toMatchObject({ refused: 'busy' });
  expect(kept.desk().copies.standStill()).not.toBeNull();
  held.end();
  done(await under);
  expect(kept.keeper.isEncrypting).toBe(false);
  expect(kept.keeper.standing().fingerprint).not.toBe(fingerprint);
  kept.close();
});

test('what comes in the way is said, also to who comes later, and the store stays', async () => {
  const held = heldRunner();
  const kept = await keptStore(pocketKeystore(), undefined, held.runner);
  const first = kept.keeper.encryptFirst(BY_KEYSTORE, readBack(done(kept.keeper.firstOffer())));
  await turn();
  held.end(new CopyTrouble('unusable', 'The disk is full', 'Free space there.'));
  const because = 'The store stays as it was; nothing is lost. The disk is full. Free space there.';
  expect(await first).toEqual({ refused: 'not-encrypted', because });
  expect(kept.keeper.standing()).toMatchObject({ encrypted: false, encrypting: null });
  expect(kept.keeper.standing().failed).toBe(because);
  expect(ringIn(kept.folder)).toBeNull();
  kept.close();
});

test('while a copy is being made nothing is encrypted', async () => {
  const { kept } = await centerOn(jobsHere);
  const held = heldRunner();
  const { desk } = kept;
  const stop = desk().copies.start(held.runner);
  const folder = join(temporaryFolder(), 'copies');
  const targets = [{ targetId: 'disk', folder, on: true }];
  desk().record([{ type: 'copies.set', ...USUAL_COPIES, targets }], ADA);
  desk().copies.tick();
  await turn();
  expect(await encrypting(kept)).toMatchObject({ refused: 'copy-under-way' });
  held.end();
  await turn();
  done(await encrypting(kept));
  stop();
  kept.close();
});

test('what was asked of the store before it was exchanged is answered by the one after', async () => {
  const { kept, dana } = await centerOn(jobsHere);
  const { operatorId } = dana.operator!;
  const former = kept.desk();
  const under = encrypting(kept);
  // The hash takes as long as it takes: the store is exchanged meanwhile.
  const slow = askPrepared(
    () => kept.desk(),
    'operator.change-passphrase',
    { current: 'seven red lamps', passphrase: 'a lamp in the attic' },
    dana,
  );
  done(await under);
  expect(await slow).toMatchObject({ ok: true });
  expect(kept.desk()).not.toBe(former);
  const again: Session = { operator: null, focus: null };
  const input = { operatorId, passphrase: 'a lamp in the attic' };
  expect(kept.desk().answer('operator.sign-on', input, again).ok).toBe(true);
  kept.close();
});
