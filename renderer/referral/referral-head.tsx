import type { ReferralLine } from '#shared/board/referral-lines.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { NEXT_LABELS, stateWords } from './referral-words.ts';

/** One referral in a line: how it stands, where to, what is due next and when, whose it is. */
export function ReferralHead({
  id,
  line,
  open,
  onOpen,
}: {
  readonly id: string;
  readonly line: ReferralLine;
  readonly open: boolean;
  readonly onOpen: () => void;
}) {
  const { to, standing, due, overdue, incidentNumber, ownerName } = line;
  return (
    <button
      type="button"
      id={id}
      className="referral-head"
      aria-expanded={open}
      {...(open ? { 'data-first-focus': true } : {})}
      onClick={onOpen}
    >
      <span className="referral-state" data-state={standing.state}>
        {stateWords(standing.state)}
      </span>
      <span className="referral-place" dir="auto">
        {to?.organization ?? 'A place whose words are no more'}
      </span>
      <span className="referral-number">incident {incidentNumber}</span>
      <span className="referral-next" data-overdue={overdue !== null}>
        {overdue !== null && '▲ overdue: '}
        {due === null ? 'nothing is waited for' : NEXT_LABELS[due.step]}
        {due !== null && ` by ${wallDateTime(due.until, deskNow())}`}
      </span>
      <span className="referral-owner">
        <bdi>{ownerName}</bdi>
        {line.kind === 'part-2' && ' · Part 2'}
      </span>
    </button>
  );
}
