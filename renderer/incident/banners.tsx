import type { IncidentView } from '#shared/board/incident-view.ts';
import { HAZARD_WORDS } from '#shared/screen/screen-hazard.ts';
import { WordsBanner } from '../call-type/words-banner.tsx';
import { tell } from '../desk/ask.ts';
import { useTime } from '../desk/clock.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { OfferBanner } from './offer-banner.tsx';
import { TransferBanner } from './transfer-banner.tsx';

/** What a person has to look at again, above everything else about the decision. */
export function Banners({ view }: { readonly view: IncidentView }) {
  const { incidentId, raised, returned, hold, phone, suicideScreen } = view;
  const late = useTime((now) => hold !== null && now >= Date.parse(hold.until));
  const release = () => void tell('incident.release-hold', { incidentId });
  const sendBack = () =>
    void tell('phone.return-transfer', { incidentId, why: 'Dispatch did not take it' });
  return (
    <>
      {raised !== null && (
        <div className="banner" data-tone="alert" role="alert">
          <p>
            <strong>▲ Look again.</strong> {raised}
          </p>
        </div>
      )}
      {suicideScreen !== null && (
        <div
          className="banner"
          data-tone={suicideScreen === 'high' ? 'alert' : 'warn'}
          role="alert"
        >
          <p>
            <strong>
              {suicideScreen === 'high' ? '▲' : '◆'} {HAZARD_WORDS[suicideScreen]}.
            </strong>{' '}
            The clinician has the answers.
          </p>
        </div>
      )}
      {returned !== null && (
        <div className="banner" data-tone="alert" role="alert">
          <p>
            <strong>↩ Returned.</strong> {returned}
          </p>
        </div>
      )}
      <WordsBanner view={view} />
      <OfferBanner view={view} />
      <TransferBanner view={view} />
      {phone.state === 'transferring' && phone.transfer.to === 'dispatch' && (
        <div className="banner" data-tone="warn" role="alert">
          <p>
            <strong>◆ The clinician gives this call back.</strong> It stays with them until you take
            it.
          </p>
          <Button onClick={sendBack}>Not now</Button>
          <NoticeBeside causes={['phone.return-transfer']} />
        </div>
      )}
      {hold !== null && (
        <div className="banner" data-tone={late || hold.expired ? 'alert' : 'calm'}>
          <p>
            <strong>
              {late || hold.expired ? '▲ The hold ran out at' : 'On hold until'}{' '}
              {wallTime(hold.until)}.
            </strong>{' '}
            <span dir="auto">{hold.reason}</span>
          </p>
          <Button onClick={release}>End the hold</Button>
          <NoticeBeside causes={['incident.release-hold']} />
        </div>
      )}
    </>
  );
}
