import { centerAtWork, type DeskAtWork } from './desk-at-work.ts';
import { waitingCalls } from '#db/board/calls-projection.ts';
import type { Call } from '#shared/call/call.ts';
import type { Delivered } from '#shared/delivery/delivery.ts';
import { readEido } from '#shared/eido/read-eido.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

/** A center that documents are delivered to. */
export interface EidoDesk extends DeskAtWork {
  /** Hands the texts over as one batch, as an intake line does. */
  deliver(...texts: readonly string[]): readonly Delivered[];
  /** The calls that wait, by their number. */
  waiting(): Call[];
}

export function eidoDesk(atWork = centerAtWork()): EidoDesk {
  return {
    ...atWork,
    deliver: (...texts) =>
      atWork.desk.deliver(
        texts.map((text) => {
          const document = readEido(text);
          if (isRefusal(document)) throw new Error(document.because);
          return { kind: 'eido', from: 'Riverside line', document };
        }),
      ),
    waiting: () => waitingCalls(atWork.desk.db).toSorted((a, b) => a.number - b.number),
  };
}
