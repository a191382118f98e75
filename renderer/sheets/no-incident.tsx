import type { IncidentView } from '#shared/board/incident-view.ts';
import { Keys } from '../parts/kbd.tsx';
import { Sheet } from '../parts/sheet.tsx';

/** Which incident a sheet is about: it stands under the title, so the title itself stays short. */
export function incidentLine({ number, place }: IncidentView): string {
  return place.address === '' ? `Incident ${number}` : `Incident ${number} · ${place.address}`;
}

/** A sheet about an incident while none stands in focus: says how to get there. */
export function NoIncident({ title }: { readonly title: string }) {
  return (
    <Sheet title={title}>
      <p className="sheet-empty">
        No incident is in focus, so there is nothing to do here yet. Go to the queue with{' '}
        <Keys keys="g q" />, choose one with <Keys keys="j" /> and <Keys keys="k" />, and open it
        with <Keys keys="Enter" />.
      </p>
    </Sheet>
  );
}
