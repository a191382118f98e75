import type { IncidentView } from '#shared/board/incident-view.ts';
import { Keys } from '../parts/kbd.tsx';

/** A transfer that failed: the caller was never alone, and is the clinician's again. */
export function CameBackAlert({ view }: { readonly view: IncidentView }) {
  const { bounces, callback, phone, transfers } = view;
  const { cameBack, consentRefused } = transfers;
  const talking = phone.state === 'with-clinician';
  return (
    <div role="alert" className="raised">
      {talking && cameBack !== null && cameBack.why !== null && (
        <p>
          <strong>
            <span aria-hidden="true">▲</span> Returned by <bdi>{cameBack.by}</bdi>.
          </strong>{' '}
          {cameBack.why}. The caller is with you.{' '}
          {bounces === 0 ? (
            'Nobody was reached, so it can be tried again.'
          ) : (
            <>
              It is not sent off again: <Keys keys="e" /> asks for a team, <Keys keys="p p" /> sends
              police and EMS.
            </>
          )}
        </p>
      )}
      {talking && cameBack !== null && cameBack.why === null && (
        <p>
          <strong>
            <span aria-hidden="true">▲</span> The line to the caller dropped.
          </strong>{' '}
          Call back{callback === null ? '' : ` ${callback}`}; <Keys keys="v" /> when they cannot be
          reached.
        </p>
      )}
      {talking && consentRefused !== null && (
        <p>
          <strong>The caller wants nobody else on the line.</strong> Stay with them, give the call
          back to dispatch with <Keys keys="b" />, or ask for a team with <Keys keys="e" />.
        </p>
      )}
    </div>
  );
}
