import type { IncidentView } from '#shared/board/incident-view.ts';
import { Elapsed } from '../parts/elapsed.tsx';

/** What dispatch sees of a transfer: how far it is and for how long, and one that failed. */
export function TransferBanner({ view }: { readonly view: IncidentView }) {
  const { phone, transfers } = view;
  const { cameBack, joined, limit, standing } = transfers;
  const what = 'this step of the transfer';
  return (
    <>
      {cameBack !== null && (
        <div className="banner" data-tone="alert" role="alert">
          <p>
            <strong>
              ▲{' '}
              {cameBack.why === null ? (
                'The line to the caller dropped during a transfer.'
              ) : (
                <>
                  Returned by <bdi>{cameBack.by}</bdi>.
                </>
              )}
            </strong>{' '}
            {cameBack.why === null ? '' : `${cameBack.why}. `}The call is with the clinician again.
          </p>
        </div>
      )}
      {phone.state === 'transferring' && phone.transfer.line !== null && (
        <div className="banner" data-tone="calm">
          <p>
            <strong>Transfer. {standing}</strong>{' '}
            <Elapsed
              since={phone.transfer.since}
              promise={limit === null ? null : { ...limit, what }}
            />{' '}
            The caller is with the clinician until it is accepted.
          </p>
        </div>
      )}
      {joined.map(({ label, receiver, at }) => (
        <div className="banner" data-tone="calm" key={at}>
          <p>
            <strong>
              <bdi>{label}</bdi> goes to the person.
            </strong>{' '}
            <bdi>{receiver}</bdi> took the caller over <Elapsed since={at} /> ago.
          </p>
        </div>
      ))}
    </>
  );
}
