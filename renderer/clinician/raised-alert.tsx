import type { IncidentView } from '#shared/board/incident-view.ts';
import { Keys } from '../parts/kbd.tsx';

/**
 * An answer during the conversation lifted the level. Dispatch sees it at the top of the queue; the
 * clinician hears the caller and can be quicker, so the key stands here.
 */
export function RaisedAlert({ view }: { readonly view: IncidentView }) {
  const { raised, recommendation } = view;
  return (
    <div role="alert" className="raised">
      {raised !== null && (
        <p>
          <strong>
            <span aria-hidden="true">▲</span> {raised}: {recommendation.response}.
          </strong>{' '}
          {recommendation.reasons[0]?.because} Dispatch decides again; <Keys keys="p p" /> sends
          police and EMS at once, and you stay with the caller.
        </p>
      )}
    </div>
  );
}
