import { ago, CLEO, inFocus, NO_TRANSFERS, row, showBoard, view } from './sheets-fixtures.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { ReceiverChoice, TransfersView } from '#shared/board/transfer-view.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type {
  OutsideLine,
  Transfer,
  TransferStep,
  TransferTarget,
} from '#shared/phone/transfer.ts';

export const LIFELINE: OutsideLine = { id: '988', label: '988 lifeline', dial: 'tel:988' };

/** Inside the center, or to 988 as it was before there were steps. */
export function offeredTo(
  to: TransferTarget,
  operatorId: OperatorId | null,
  from = CLEO.operatorId,
): Transfer {
  const at = ago(20);
  return {
    to,
    operatorId,
    from,
    line: null,
    startedAt: at,
    since: at,
    passed: [],
    step: 'offered',
  };
}

/** On its way to 988, at a step of it. */
export function wayTo988(step: Exclude<TransferStep, 'offered'>, line = LIFELINE): Transfer {
  const base = {
    to: '988',
    operatorId: null,
    from: CLEO.operatorId,
    line,
    startedAt: ago(90),
    since: ago(20),
    passed: [],
  } as const;
  const consent = { given: 'said-yes', by: 'caller' } as const;
  const packet = { preparedBy: CLEO.operatorId, preparedAt: ago(40) };
  switch (step) {
    case 'consent':
      return { ...base, step };
    case 'packet':
      return { ...base, step, consent };
    case 'dialing':
      return {
        ...base,
        step,
        consent,
        packet,
        passed: [
          { step: 'consent', since: ago(90) },
          { step: 'packet', since: ago(60) },
        ],
      };
    case 'three-way':
    case 'introduced':
      return { ...base, step, consent, packet, receiver: 'Kim' };
  }
}

/** Puts a call on its way into focus; on the board as main would write its row. */
export function showTransfer(
  transfer: Transfer,
  transfers: Partial<TransfersView> = {},
  more: Partial<IncidentView> = {},
): void {
  const { from, to, operatorId, since, line } = transfer;
  const standing = `To ${line?.label ?? to}: ${transfer.step}`;
  const transferTo = to === 'clinician' ? operatorId : to;
  const on = { phone: 'transferring', clinician: from, transferTo } as const;
  showBoard([], [row(12, { ...on, transfer: { standing, since } })]);
  inFocus(
    view({
      phone: { state: 'transferring', since: ago(200), clinician: from, transfer },
      transfers: {
        ...NO_TRANSFERS,
        standing,
        number: line === null ? null : '988',
        limit: { from: since, until: ago(-70), seconds: 90 },
        ...transfers,
      },
      ...more,
    }),
  );
}

export function receiver(label: string, more: Partial<ReceiverChoice> = {}): ReceiverChoice {
  return {
    to: 'partner',
    line: label.toLowerCase().replaceAll(' ', '-'),
    operatorId: null,
    label,
    detail: 'Partner',
    number: null,
    notNow: null,
    ...more,
  };
}
