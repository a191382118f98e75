import type { IncidentView } from '#shared/board/incident-view.ts';
import type { AdviceLine } from '#shared/board/monitoring-view.ts';
import { may, type Permission } from '#shared/roster/permission.ts';
import { useDesk } from '../desk/desk-store.ts';
import { NoticeBeside } from '../parts/notice.tsx';
import { AdviceBanner } from './advice-banner.tsx';
import { NominationBanner } from './nomination-banner.tsx';
import { StepDownBanner } from './step-down-banner.tsx';
import '../style/asking.css';

/**
 * What clinicians who follow the incident ask of dispatch, the most urgent first. The two keys belong to the topmost that
 * the person at this console may answer.
 */
export function ClinicianBanners({ view }: { readonly view: IncidentView }) {
  const me = useDesk((desk) => desk.hello?.session ?? null);
  const { monitors, advice, nomination, stepDown } = view.monitoring;
  if (me === null) return null;
  const mayAnswer = (permission: Permission, by: string) =>
    may(me.role, permission) && by !== me.operatorId;
  const open = view.phase === 'closed' ? [] : advice.filter(({ answer }) => answer === null);
  const waiting = open.toSorted((a, b) => Number(a.seen !== null) - Number(b.seen !== null));
  const asked = stepDown !== null && mayAnswer('answer-clinician', stepDown.clinician);
  const named = nomination !== null && mayAnswer('answer-clinician', nomination.clinician);
  const firstAdvice = waiting.find(({ by }) => mayAnswer('hear-advice', by));
  const keysOn =
    asked && stepDown.state === 'proposed'
      ? 'step-down'
      : named
        ? 'nomination'
        : firstAdvice?.adviceId;
  return (
    <>
      {monitors.length > 0 && (
        <p className="listening">
          <bdi>{monitors.map(({ name }) => name).join(' and ')}</bdi>{' '}
          {monitors.length === 1 ? 'is' : 'are'} listening along
        </p>
      )}
      {stepDown !== null && (
        <StepDownBanner
          key={stepDown.since}
          view={view}
          stepDown={stepDown}
          answers={asked}
          keyed={keysOn === 'step-down'}
        />
      )}
      {nomination !== null && (
        <NominationBanner
          key={nomination.since}
          view={view}
          nomination={nomination}
          answers={named}
          keyed={keysOn === 'nomination'}
        />
      )}
      {waiting.map((each) => (
        <AdviceBanner
          key={each.adviceId}
          view={view}
          advice={each}
          answers={mayAnswer('hear-advice', each.by)}
          keyed={keysOn === each.adviceId}
        />
      ))}
      <Followed advice={advice} />
      <NoticeBeside
        causes={['monitor.see-advice', 'monitor.answer-advice', 'monitor.resume-response']}
      />
    </>
  );
}

/** What dispatch keeps in mind: the last of it, so that the recommendation stays where it is. */
function Followed({ advice }: { readonly advice: readonly AdviceLine[] }) {
  const last = advice.findLast(({ answer }) => answer?.followed === true);
  if (last === undefined) return null;
  return (
    <p className="listening">
      <strong>Advice of </strong>
      <bdi>{last.byName}</bdi>: <span dir="auto">{last.text}</span>
    </p>
  );
}
