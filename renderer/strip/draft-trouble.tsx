import { isOfStore } from '#shared/trouble/trouble.ts';
import { useStore } from 'zustand';
import { draftStore } from '../desk/kept-drafts.ts';
import { useTroubles } from '../desk/troubles.ts';
import '../style/trouble.css';

/** Above every screen, as long as what is typed is not being kept. It is tried again all the time. */
export function DraftTrouble() {
  const trouble = useStore(draftStore, (drafts) => drafts.trouble);
  // Why, stands right above it then.
  const said = useTroubles().some(({ kind }) => isOfStore(kind));
  if (trouble === null) return null;
  return (
    <div className="draft-trouble" role="alert">
      <p>
        <strong>▲ What you type is not being kept.</strong> {!said && `${trouble} `}It stays in this
        window and is tried again by itself: leave the window open, and write down what must not be
        lost.
      </p>
    </div>
  );
}
