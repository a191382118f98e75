import { lazy, Suspense, useState } from 'react';
import { isPart2, type ServiceLine } from '#shared/directory/service.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { Button } from '../parts/button.tsx';

// The directory comes with whoever looks something up in it.
const ServicePicker = lazy(() =>
  import('../directory/service-picker.tsx').then(({ ServicePicker }) => ({
    default: ServicePicker,
  })),
);

/** What a referral takes over from a service of the directory. */
export interface FoundPlace {
  readonly service: string;
  readonly organization: string;
  readonly phone: string;
  /** While nobody is sure, it is kept as if it were. */
  readonly part2: boolean;
}

/** A place from the directory instead of one that is typed. */
export function PlaceFinder({
  incidentId,
  onFound,
}: {
  readonly incidentId: IncidentId;
  readonly onFound: (place: FoundPlace) => void;
}) {
  const [open, setOpen] = useState(false);
  if (!open) return <Button onClick={() => setOpen(true)}>From the directory</Button>;
  return (
    <Suspense fallback={null}>
      <ServicePicker
        incidentId={incidentId}
        onPick={(service) => {
          setOpen(false);
          onFound(placeOf(service));
        }}
        onCancel={() => setOpen(false)}
      >
        <Button tone="quiet" onClick={() => setOpen(false)}>
          Back
        </Button>
      </ServicePicker>
    </Suspense>
  );
}

function placeOf({ serviceId, organization, name, phones, substanceUse }: ServiceLine): FoundPlace {
  return {
    service: serviceId,
    organization: organization || name,
    phone: (phones[0]?.number ?? '').slice(0, 40),
    part2: isPart2(substanceUse),
  };
}
