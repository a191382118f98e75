import { openSheet } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';

/** Teaches: what would be here, who brings it, and by which key. */
export function NoDirectory({ keeps }: { readonly keeps: boolean }) {
  return (
    <div className="teach">
      <p>
        <strong>No directory of services yet.</strong>
      </p>
      <p>
        Here stand the places that can help: found by a word, with whether their door is open, how
        far it is and whether there is room. It comes from a file in the Open Referral format (HSDS
        3.0), as 211 and most counties keep one.
      </p>
      {keeps ? (
        <Button tone="primary" keys="i" onClick={() => openSheet('directory-import')}>
          Import a directory
        </Button>
      ) : (
        <p>A supervisor or an administrator imports it here with the key i.</p>
      )}
    </div>
  );
}
