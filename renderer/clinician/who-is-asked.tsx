import type { OfferRow } from '#shared/board/offer-lines.ts';
import { useBoard } from '../desk/board-store.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useRingsAt } from './offered-to-me.ts';

/** Who is asked to take a call, in a few words; for rows and beside the call. */
export function useAskedWords(offer: OfferRow | null): string | null {
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const name = useBoard(
    (board) =>
      board.operators.find(({ operatorId }) => operatorId === offer?.clinician)?.name ?? null,
  );
  const ringsAt = useRingsAt(offer);
  switch (offer?.asks) {
    case 'one':
      return offer.clinician === me ? 'Asking you' : `Asking ${name ?? 'a clinician'}`;
    case 'all':
      return ringsAt === 0 ? 'No clinician is ready' : 'Rings at everybody who is ready';
    case '988':
      return 'Hand to 988';
    default:
      return null;
  }
}
