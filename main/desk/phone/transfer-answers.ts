import type { Answers } from '../answer.ts';
import type { DeskCore } from '../desk-core.ts';
import { onIncident } from '../on-incident.ts';
import { phoneNumberOf } from './phone-number.ts';
import { disclosedByTransfer } from './packet-of-transfer.ts';
import type { Parsed } from '#shared/contract/console-contract.ts';
import { refuse, isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import {
  acceptTransfer,
  answerConsent,
  dropLine,
  introduce,
  logDial,
  packetReady,
  returnTransfer,
  startTransfer,
} from '#shared/phone/decide-transfer.ts';
import { lineOf, type TransferReceiver } from '#shared/phone/receivers.ts';
import { may } from '#shared/roster/permission.ts';

type TransferTopic =
  | 'phone.transfer'
  | 'phone.answer-consent'
  | 'phone.packet-ready'
  | 'phone.dial'
  | 'phone.log-dial'
  | 'phone.introduce'
  | 'phone.accept-transfer'
  | 'phone.return-transfer'
  | 'phone.drop-line';

/** A conversation on its way to somebody else. */
export function transferAnswers(core: DeskCore): Answers<TransferTopic> {
  return {
    'phone.transfer': onIncident(core, (incident, input, { by }) => {
      const receiver = receiverMeant(core, input);
      return isRefusal(receiver) ? receiver : startTransfer(incident, receiver, by);
    }),

    'phone.answer-consent': onIncident(core, (incident, { answer, voice }, { by }) =>
      answerConsent(incident, answer, voice, by),
    ),

    'phone.packet-ready': onIncident(core, (incident, _input, { by }) => packetReady(incident, by)),

    'phone.dial': ({ number }) =>
      phoneNumberOf(number) === null
        ? refuse(
            'not-a-number',
            `“${number}” is not a number that can be dialed from here. Type its digits; nothing was dialed.`,
          )
        : refuse('no-window', 'Only the console’s window reaches the phone. Nothing was dialed.'),

    'phone.log-dial': onIncident(core, (incident, { number, result, answeredBy }, { by }) => {
      // What nobody could dial was perhaps dialed all the same: it stays as it was typed.
      const shown = phoneNumberOf(number)?.shown ?? number;
      return logDial(incident, { number: shown, result, answeredBy }, by);
    }),

    'phone.introduce': onIncident(core, (incident, { receiver }, { by }) =>
      introduce(incident, receiver, by),
    ),

    'phone.accept-transfer': onIncident(core, (incident, { readBack }, { by }) => {
      const { phone } = incident;
      const role = core.operators.get(by)?.role;
      const toDispatch = phone.state === 'transferring' && phone.transfer.to === 'dispatch';
      if (toDispatch && (role === undefined || !may(role, 'send-units')))
        return refuse('not-the-receiver', 'A dispatcher has to accept it.');
      const accepted = acceptTransfer(incident, readBack, by);
      return isRefusal(accepted)
        ? accepted
        : [...disclosedByTransfer(core, incident, by), ...accepted];
    }),

    'phone.return-transfer': onIncident(core, (incident, { why }, { by }) =>
      returnTransfer(incident, why, by),
    ),

    'phone.drop-line': onIncident(core, (incident, { whose }, { by }) =>
      dropLine(incident, whose, by),
    ),
  };
}

function receiverMeant(
  core: DeskCore,
  { to, operatorId, line }: Parsed<'phone.transfer'>,
): TransferReceiver | Refusal {
  switch (to) {
    case 'dispatch':
      return { to };
    case 'clinician': {
      const receiver = operatorId === null ? undefined : core.operators.get(operatorId);
      return operatorId !== null && receiver?.role === 'clinician'
        ? { to, operatorId }
        : refuse('no-receiver', 'Choose a clinician who takes over. Nothing was transferred.');
    }
    default: {
      const found =
        to === '988' || line !== null ? lineOf(core.requirePolicy().policy, line) : null;
      return found?.to === to
        ? found
        : refuse(
            'no-receiver',
            'The policy in force has no such line. Choose one of the list; nothing was transferred.',
          );
    }
  }
}
