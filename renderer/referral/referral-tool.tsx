import type { IncidentView } from '#shared/board/incident-view.ts';
import { openSheet } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { MakeReferral } from './make-referral.tsx';
import { stateWords, standingWords } from './referral-words.ts';
import { useOpenReferrals } from './use-open-referrals.ts';
import './referral.css';

/** The referrals of this incident, and one more. */
export function ReferralTool({ view: { incidentId, revision } }: { readonly view: IncidentView }) {
  const { list, because, askAgain } = useOpenReferrals(incidentId, revision);
  return (
    <section className="referral-tool" aria-label="Referrals">
      {because !== null && <p role="alert">{because}</p>}
      {list !== null && list.lines.length === 0 && (
        <p>
          No referral yet. The place is told by phone, fax, paper or file; a code the person takes
          along lets it confirm that they came. Until then it is no connection.
        </p>
      )}
      <ul>
        {list?.lines.map((line) => (
          <li key={line.referralId}>
            <span className="referral-state" data-state={line.standing.state}>
              {stateWords(line.standing.state)}
            </span>{' '}
            <strong dir="auto">{line.to?.organization ?? 'A place whose words are no more'}</strong>
            <p>
              {standingWords(line)}
              {line.to?.code != null && ` Code ${line.to.code}.`}
            </p>
          </li>
        ))}
      </ul>
      {(list?.lines.length ?? 0) > 0 && (
        <Button keys="g l" onClick={() => openSheet('referrals')}>
          Go on with them
        </Button>
      )}
      <MakeReferral incidentId={incidentId} onMade={askAgain} />
    </section>
  );
}
