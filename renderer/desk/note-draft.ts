import { useState } from 'react';
import type { NoteKind } from '#shared/incident/incident-events.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import type { KeptPartition } from '#shared/partition/partition.ts';
import { useDraft, type Draft } from './drafts.ts';

/** A note half written, and of which kind it will be. */
export interface NoteDraft extends Draft {
  readonly kind: NoteKind;
  /** Of the kind that is kept apart from the usual one. */
  readonly apart: boolean;
  /** Gives what is in the field the other kind. */
  keepApart(apart: boolean): void;
  /** It is on the record: an empty field of the usual kind again, because the other is said for each note. */
  written(): void;
}

/** `field`: under which name the usual kind is kept while it is typed. */
interface Kinds {
  readonly usual: NoteKind;
  readonly field: string;
  readonly apart: KeptPartition;
}

export const DISPATCH_NOTE: Kinds = { usual: 'dispatch', field: 'note', apart: 'justice' };
export const CLINICAL_NOTE: Kinds = { usual: 'clinical', field: 'clinical', apart: 'part-2' };

/**
 * Each kind is kept under a name of its own, so that words which were typed for few readers never come back after
 * a power cut in the field for many.
 */
export function useNoteDraft(incidentId: IncidentId, { usual, field, apart }: Kinds): NoteDraft {
  const open = useDraft(`incident/${incidentId}`, field, '');
  const kept = useDraft(`incident/${incidentId}`, apart, '');
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isApart = chosen ?? (kept.text !== '' && open.text === '');
  const [here, there] = isApart ? [kept, open] : [open, kept];
  return {
    ...here,
    kind: isApart ? apart : usual,
    apart: isApart,
    keepApart(next) {
      if (next === isApart) return;
      // What was typed goes along; what already stands there stays before it.
      const texts = [there.text, here.text].filter((text) => text !== '');
      there.type(texts.join('\n'));
      here.type('');
      setChosen(next);
    },
    written() {
      here.clear();
      setChosen(false);
    },
  };
}
