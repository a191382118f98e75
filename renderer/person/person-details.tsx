import { useState } from 'react';
import type { DetailLine } from '#shared/board/known-person-lines.ts';
import { DETAIL_LABELS } from '#shared/person/known-person.ts';
import { CAUTION_LABELS } from '#shared/caution/caution.ts';
import { dateWords } from '../desk/center-date.ts';
import { Button } from '../parts/button.tsx';
import { ReasonForm } from '../sheets/reason-form.tsx';
import { useCommand } from '../sheets/use-command.ts';
import type { Section } from './person-page.tsx';

/** What somebody is known by. What was withdrawn stays on the record, and leads to nobody. */
export function PersonDetails({ page, onDone }: Section) {
  const standing = page.details.filter(({ withdrawn }) => withdrawn === null);
  const gone = page.details.length - standing.length;
  return (
    <section aria-label="Known by">
      <h3>Known by</h3>
      <ul className="person-lines">
        {standing.map((detail) => (
          <Detail key={detail.entry} detail={detail} onDone={onDone} />
        ))}
      </ul>
      {gone > 0 && <p className="person-aside">{gone} withdrawn, see below who said so.</p>}
      {page.cautions.map(({ cautionId, kind, text, source, expiresOn }) => (
        <p key={cautionId}>
          <strong>◆ {CAUTION_LABELS[kind]}</strong> <bdi>{text}</bdi>{' '}
          <small>
            <bdi>{source}</bdi> · until {dateWords(expiresOn)}
          </small>
        </p>
      ))}
    </section>
  );
}

function Detail({
  detail: { personId, entry, kind, says, byName },
  onDone,
}: {
  readonly detail: DetailLine;
  readonly onDone: Section['onDone'];
}) {
  const [withdrawing, setWithdrawing] = useState(false);
  const form = { subject: `person/${personId}`, form: `withdraw-${entry}` };
  const withdraw = useCommand('person.withdraw-detail', form);
  async function because(reason: string) {
    if ((await withdraw.give({ personId, entry, reason })) !== null)
      onDone(`Withdrawn: ${says}. It leads to nobody any more.`);
  }
  return (
    <li>
      <span className="person-kind">{DETAIL_LABELS[kind]}</span>
      <span className="person-says">
        <bdi>{kind === 'birth' ? dateWords(says) : says}</bdi>{' '}
        <small>
          <bdi>{byName}</bdi>
        </small>
      </span>
      {withdrawing ? (
        <ReasonForm
          form={form}
          label="Why it is withdrawn"
          refusal={withdraw.refusal}
          busy={withdraw.busy}
          does="Withdraw"
          back="Back"
          onReason={(reason) => void because(reason)}
          onBack={() => setWithdrawing(false)}
        />
      ) : (
        <Button tone="quiet" onClick={() => setWithdrawing(true)}>
          Withdraw
          <span className="spoken">: {says}</span>
        </Button>
      )}
    </li>
  );
}
