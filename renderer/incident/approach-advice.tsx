import type { IncidentView } from '#shared/board/incident-view.ts';
import { wallTime } from '../desk/wall-time.ts';
import '../style/cautions.css';

/** How a clinician says to approach: for dispatch, and read to every crew on its way. */
export function ApproachAdvice({ view: { approach } }: { readonly view: IncidentView }) {
  if (approach === null) return null;
  return (
    <section className="approach" aria-label="How to approach">
      <p>
        <strong>How to approach:</strong> <span dir="auto">{approach.advice}</span>
      </p>
      <p className="caution-from">
        <bdi>{approach.by}</bdi>, clinician, {wallTime(approach.at)}
      </p>
    </section>
  );
}
