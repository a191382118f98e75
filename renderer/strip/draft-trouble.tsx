import { useStore } from 'zustand';
import { draftStore } from '../desk/kept-drafts.ts';
import '../style/trouble.css';

/** Above every screen, as long as what is typed is not being kept. It is tried again all the time. */
export function DraftTrouble() {
  const trouble = useStore(draftStore, (drafts) => drafts.trouble);
  if (trouble === null) return null;
  return (
    <div className="draft-trouble" role="alert">
      <p>
        <strong>▲ What you type is not being kept.</strong> {trouble} It is tried again by itself;
        until then leave this window open, and write down what must not be lost.
      </p>
    </div>
  );
}
