import { isOfStore } from '#shared/trouble/trouble.ts';
import { useStore } from 'zustand';
import { draftStore } from '../desk/kept-drafts.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useTroubles } from '../desk/troubles.ts';
import '../style/trouble.css';

/** Above every screen, as long as what is typed is not being kept. It is tried again all the time. */
export function DraftTrouble() {
  const trouble = useStore(draftStore, (drafts) => drafts.trouble);
  // Why, stands right above it then.
  const said = useTroubles().some(({ kind }) => isOfStore(kind));
  // A locked console tries nothing; why it was so when it was locked may be long over.
  const locked = useDesk((desk) => desk.hello?.locked === true);
  if (trouble === null) return null;
  if (locked)
    return (
      <div className="draft-trouble" role="alert">
        <p>
          <strong>▲ What was typed here is not kept yet.</strong> It waits in this window until the
          console is unlocked: leave the window open.
        </p>
      </div>
    );
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
