import { lazy, Suspense } from 'react';
import type { LocationsOf } from '../location/use-locations.ts';

// Few calls have none, and none needs it before the questions stand there.
const CallerLocation = lazy(() =>
  import('../location/caller-location.tsx').then(({ CallerLocation }) => ({
    default: CallerLocation,
  })),
);

/** Where the caller was said to be, once something was said. */
export function CallerLocated(of: LocationsOf) {
  if (of.since === null) return null;
  return (
    <Suspense fallback={null}>
      <CallerLocation {...of} />
    </Suspense>
  );
}
