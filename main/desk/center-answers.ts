import { done, owedOrDone, type Answers } from './answer.ts';
import type { DeskCore } from './desk-core.ts';
import type { Session } from './desk.ts';
import { newAccount } from './access/new-account.ts';
import { prove } from './access/prove.ts';
import { leavingWith, stillOwns } from './hand-over/open-work.ts';
import { shippedAdoption } from './shipped-policy.ts';
import type { Hello } from '#shared/contract/answers.ts';
import { isRefusal, refuse } from '#shared/lib/refusal.ts';
import { passphraseFault } from '#shared/roster/passphrase.ts';
import { foldedName } from '#shared/roster/decide-account.ts';
import { DESK_OPERATOR, type Role } from '#shared/roster/operator.ts';
import { isTimeZone } from '#shared/roster/zone-moment.ts';

type CenterTopic =
  | 'desk.hello'
  | 'desk.explore-training'
  | 'desk.open-wall'
  | 'center.set-up'
  | 'operator.sign-on'
  | 'operator.sign-off';

/** The center itself: first run, and who is at the console. */
export function centerAnswers(core: DeskCore): Answers<CenterTopic> {
  return {
    'desk.hello': (_input, session) => ({
      mode: core.options.mode,
      center: core.center,
      operators: [...core.operators.values()].filter((each) => each.active),
      session: session.operator,
      ...(session.locked === true ? { locked: true } : {}),
      policyVersion: core.policy?.policy.version ?? null,
      position: core.options.position,
      passphrases: core.options.mode === 'live',
      encrypted: core.options.key != null,
      now: core.now().toISOString(),
      ...troublesOf(core, session),
    }),

    // The rim opens the training folder itself; a desk without a window has nowhere to go.
    'desk.explore-training': () =>
      refuse(
        'no-window',
        'Training takes a window: start it with npm start -- --training, or caredesk --training.',
      ),

    'desk.open-wall': () =>
      refuse('no-window', 'The wall board needs a screen: start the console with --wall.'),

    'center.set-up': ({ name, psapId, timeZone, admin, accounts }) => {
      if (core.center !== null)
        return refuse('already-set-up', `This desk is already set up as ${core.center.name}.`);
      if (!isTimeZone(timeZone))
        return refuse('unknown-time-zone', `“${timeZone}” is not a time zone this PC knows.`);
      const people = [{ ...admin, role: 'admin' as Role }, ...accounts];
      const names = people.map((person) => foldedName(person.name));
      const twice = people.find((_, index) => names.indexOf(names[index] as string) !== index);
      if (twice !== undefined)
        return refuse('name-twice', `Two accounts are called “${twice.name}”. Tell them apart.`);
      for (const person of people) {
        const fault = passphraseFault(person.passphrase, { name: person.name, center: name });
        if (fault !== null) return refuse('weak-passphrase', `${person.name}: ${fault}`);
      }
      return done(
        core,
        core.commit(DESK_OPERATOR, () => [
          shippedAdoption(core.now()),
          { type: 'center.set-up', name, psapId, timeZone },
          ...people.map((person) => newAccount(core, person)),
        ]),
      );
    },

    'operator.sign-on': ({ operatorId, passphrase }, session) => {
      const by = session.operator?.operatorId ?? null;
      const operator = prove(core, { operatorId, passphrase }, by, 'sign-on');
      if (isRefusal(operator)) return operator;
      const before = session.operator;
      // Where nothing can be written, whoever proved who they are may still read.
      const written = core.owed.record(operatorId, () => [
        ...(before === null || before.operatorId === operatorId
          ? []
          : [
              ...leavingWith(core.db, before.operatorId),
              { type: 'operator.signed-off', operatorId: before.operatorId } as const,
            ]),
        { type: 'operator.signed-on', operatorId },
      ]);
      session.operator = operator;
      session.focus = null;
      session.locked = false;
      return owedOrDone(core, written);
    },

    'operator.sign-off': ({ anyway }, session) => {
      const leaving = session.operator;
      const owns = leaving === null || anyway ? null : stillOwns(core.db, leaving.operatorId);
      if (owns !== null) return owns;
      session.operator = null;
      session.focus = null;
      if (leaving === null) return { seq: core.journal.head() };
      const { operatorId } = leaving;
      return owedOrDone(
        core,
        core.owed.record(operatorId, () => [
          ...leavingWith(core.db, operatorId),
          { type: 'operator.signed-off', operatorId },
        ]),
      );
    },
  };
}

function troublesOf({ troubles }: DeskCore, { operator }: Session): Partial<Hello> {
  const standing = troubles.of(operator?.role ?? null);
  return standing.length === 0 ? {} : { troubles: standing };
}
