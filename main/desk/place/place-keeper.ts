import { examineStreets, type ExaminedFile } from './examine-places.ts';
import { adoptStreets } from './place-answers.ts';
import type { DeskCore } from '../desk-core.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import type { PlaceFound } from '#shared/place/place-found.ts';
import type { StreetRow } from '#shared/place/street-table.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** Where addresses are, for whoever works without a window. */
export interface PlaceKeeper {
  find(address: string, policy: Policy): PlaceFound;
  /** The outcome is null when nothing of the file could be read. */
  importStreets(
    text: string,
    source: string,
    by: OperatorId,
  ): { readonly examined: ExaminedFile<StreetRow>; readonly outcome: Entry[] | Refusal | null };
}

export function placeKeeper(core: DeskCore): PlaceKeeper {
  return {
    find: (address, policy) => core.places.find(address, policy),
    importStreets: (text, source, by) => {
      const examined = examineStreets(text, source);
      const outcome = examined.whole === null ? adoptStreets(core, examined, by) : null;
      return { examined, outcome };
    },
  };
}
