import { useContext, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { draftStore, saveDraft } from '../desk/kept-drafts.ts';
import { DraftsOfForm, draftsShown, type DraftsShown } from '../desk/restorable.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from './button.tsx';
import './restored.css';

/**
 * Around fields whose drafts come back: after a restart, and after the form was closed. Where it is said is
 * for the form to choose: in the head of a sheet, or under a few fields that stand close.
 */
export function Restorable({
  children,
  below = false,
}: {
  readonly children: ReactNode;
  readonly below?: boolean;
}) {
  const [shown] = useState(draftsShown);
  return (
    <DraftsOfForm value={shown}>
      {children}
      {below && <RestoredLine />}
    </DraftsOfForm>
  );
}

/** Since when they stand; and the way to throw them away when somebody does not want them. */
export function RestoredLine() {
  const shown = useContext(DraftsOfForm);
  return shown === null ? null : <Restored shown={shown} />;
}

function Restored({ shown }: { readonly shown: DraftsShown }) {
  const keys = useStore(shown);
  // As one text, so that typing elsewhere draws nothing here.
  const restored = useStore(draftStore, ({ kept }) =>
    [...keys]
      .flatMap(([key, atOpening]) => {
        const draft = kept.get(key);
        return draft !== undefined && (draft.restored || draft.at === atOpening) ? [draft.at] : [];
      })
      .sort()
      .join(' '),
  );
  if (restored === '') return null;
  const discard = () => {
    for (const [key, atOpening] of keys) {
      const draft = draftStore.getState().kept.get(key);
      const [subject = '', field = ''] = key.split('\n');
      if (draft?.restored === true || (draft !== undefined && draft.at === atOpening))
        saveDraft(subject, field, null);
    }
  };
  return (
    <p className="restored" role="status">
      <span>Restored from {wallTime(restored.split(' ')[0] ?? '')}.</span>
      <Button tone="quiet" onClick={discard}>
        Discard
      </Button>
    </p>
  );
}
