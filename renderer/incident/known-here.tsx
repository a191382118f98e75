import { lazy, Suspense } from 'react';
import { may } from '#shared/roster/permission.ts';
import { useDesk } from '../desk/desk-store.ts';
import type { KnownOf } from '../person/use-known.ts';

// The call itself is on the screen first; whom it may be about follows in a moment.
const KnownCard = lazy(() =>
  import('../person/known-card.tsx').then(({ KnownCard }) => ({ default: KnownCard })),
);

/** Whom the call may be about, for those who may know. */
export function KnownHere(known: KnownOf) {
  const knows = useDesk(({ hello }) => {
    const role = hello?.session?.role;
    return role !== undefined && may(role, 'know-people');
  });
  if (!knows) return null;
  return (
    <Suspense fallback={null}>
      <KnownCard {...known} />
    </Suspense>
  );
}
