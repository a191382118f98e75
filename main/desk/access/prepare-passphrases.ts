import type { Brought, Typed } from './passphrases.ts';
import type { DeskCore } from '../desk-core.ts';
import type { Session } from '../desk.ts';
import { findHandOver } from '#db/board/hand-overs-projection.ts';
import { may } from '#shared/roster/permission.ts';

/** As many as a set-up takes: more is refused anyway. */
const MOST = 51;
const LONGEST = 200;

/**
 * Judges the passphrase a topic brings, and hashes those it gives to accounts, before it is answered. What is
 * malformed is left to the door.
 */
export async function preparePassphrases(
  core: DeskCore,
  topic: unknown,
  input: unknown,
  session: Session,
): Promise<void> {
  if (core.options.mode === 'training') return;
  const proof = proofIn(core, topic, input, session);
  const brought: Brought = {
    proof: proof !== null && proof.passphrase.length <= LONGEST ? proof : null,
    anew: newIn(core, topic, input, session),
  };
  if (brought.proof === null && brought.anew.length === 0) return;
  await core.options.passphrases.prepare(core.db, brought);
}

function proofIn(
  core: DeskCore,
  topic: unknown,
  input: unknown,
  { operator }: Session,
): Typed | null {
  const asked = membersOf(input);
  const me = operator?.operatorId;
  switch (topic) {
    case 'operator.sign-on':
      return typedAs(asked['operatorId'], asked['passphrase']);
    case 'console.unlock':
      return typedAs(me, asked['passphrase']);
    case 'operator.change-passphrase':
      return typedAs(me, asked['current']);
    case 'store-key.encrypt':
    case 'store-key.change-way':
    case 'store-key.renew-recovery':
      return typedAs(me, asked['own']);
    case 'hand-over.accept': {
      const id = asked['handOverId'];
      const to = typeof id === 'string' ? findHandOver(core.db, id)?.to : undefined;
      return typedAs(to, asked['passphrase']);
    }
    default: {
      const second = membersOf(
        asked['secondPerson'] ?? membersOf(asked['decided'])['secondPerson'],
      );
      return me === undefined ? null : typedAs(second['operatorId'], second['passphrase']);
    }
  }
}

/** Only for who may give them: nobody keeps the processor busy with what will be refused. */
function newIn(core: DeskCore, topic: unknown, input: unknown, session: Session): string[] {
  const asked = membersOf(input);
  const { operator, locked } = session;
  switch (topic) {
    case 'center.set-up': {
      const { admin, accounts } = asked;
      const others = Array.isArray(accounts) ? (accounts as unknown[]) : [];
      const people = core.center === null ? [admin, ...others].slice(0, MOST) : [];
      return texts(people.map((person) => membersOf(person)['passphrase']));
    }
    case 'operator.add':
    case 'operator.reset-passphrase':
      return operator !== null && locked !== true && may(operator.role, 'keep-accounts')
        ? texts([asked['passphrase']])
        : [];
    case 'operator.change-passphrase':
      return operator !== null && locked !== true ? texts([asked['passphrase']]) : [];
    default:
      return [];
  }
}

function texts(typed: readonly unknown[]): string[] {
  return typed.filter((each) => typeof each === 'string' && each.length <= LONGEST) as string[];
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function typedAs(operatorId: unknown, passphrase: unknown): Typed | null {
  return typeof operatorId === 'string' && typeof passphrase === 'string'
    ? { operatorId, passphrase }
    : null;
}
