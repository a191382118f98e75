import { useState } from 'react';
import { runAction, useActions } from '../keys/actions.ts';

export interface Breaking {
  /** The emergency disclosure is open. */
  readonly breaking: boolean;
  readonly onBreaking: (open: boolean) => void;
}

/** The emergency disclosure by its key, whichever tool is open; false where there is no sharing. */
export function useEmergencyKey(): Breaking {
  const [breaking, onBreaking] = useState(false);
  useActions({
    'sharing.emergency': () => {
      if (!runAction('phone.sharing')) return false;
      onBreaking(true);
    },
  });
  return { breaking, onBreaking };
}
