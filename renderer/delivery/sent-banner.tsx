import type { IncidentView } from '#shared/board/incident-view.ts';
import type { SentView } from '#shared/board/sent-view.ts';
import { may } from '#shared/roster/permission.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import '../style/asking.css';

interface Props {
  readonly view: IncidentView;
  readonly sent: SentView;
}

/** What the center that handed the incident over says otherwise: a person takes it over, or keeps ours. */
export function SentBanner({ view, sent }: Props) {
  const answers = useDesk(({ hello }) => {
    const role = hello?.session?.role;
    return role !== undefined && may(role, 'answer-facts');
  });
  const [first] = sent.proposals;
  return (
    <>
      {sent.over !== null && view.closed === null && <OverThere sent={sent} />}
      {first !== undefined && (
        <Proposed key={`${first.part} ${first.theirs}`} view={view} sent={sent} answers={answers} />
      )}
    </>
  );
}

function OverThere({ sent: { agency, over, incidentNumber } }: Pick<Props, 'sent'>) {
  return (
    <div className="banner" data-tone="alert" role="alert">
      <p>
        <strong>
          ▲ <bdi>{agency}</bdi> has {over} its incident{' '}
          {incidentNumber !== null && <bdi>{incidentNumber}</bdi>}.
        </strong>{' '}
        Nothing closes here for it. Ask them why, then go on, or close it here with <kbd>d</kbd>.
      </p>
    </div>
  );
}

function Proposed({ view, sent, answers }: Props & { readonly answers: boolean }) {
  const { give, refusal, busy } = useCommand('eido.settle');
  const [first] = sent.proposals;
  const settle = (how: 'taken-over' | 'declined') => {
    if (first !== undefined) void give({ incidentId: view.incidentId, part: first.part, how });
  };
  useActions(
    answers
      ? { 'sent.take-over': () => settle('taken-over'), 'sent.keep-ours': () => settle('declined') }
      : {},
  );
  if (first === undefined) return null;
  const { label, theirs, ours } = first;
  const more = sent.proposals.length - 1;
  return (
    <div
      className="banner asked"
      data-tone="warn"
      role="group"
      aria-label={`${sent.agency} says another ${label}`}
    >
      <p role="alert" className="asked-said">
        <strong>
          ◆ <bdi>{sent.agency}</bdi> says another {label}:
        </strong>{' '}
        <bdi>{theirs}</bdi>
      </p>
      <p className="asked-more">
        Here stands {ours === null ? 'none' : <bdi>{ours}</bdi>}. Nothing was changed.
        {more > 0 && ` ${more} more after this.`}
      </p>
      {answers && (
        <>
          <Button keys="Shift+Q" aria-disabled={busy} onClick={() => settle('taken-over')}>
            Take it over
          </Button>
          <Button keys="Shift+Z" aria-disabled={busy} onClick={() => settle('declined')}>
            Keep ours
          </Button>
        </>
      )}
      <Refused refusal={refusal} />
    </div>
  );
}
