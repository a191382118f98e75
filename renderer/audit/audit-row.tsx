import { memo } from 'react';
import type { AuditLine } from '#shared/audit/audit-view.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';

export function auditRowId(seq: string): string {
  return `audit-${seq}`;
}

/** One entry: when, who, what. */
export const AuditRow = memo(function AuditRow({
  line,
  position,
  total,
  selected,
  onSelect,
}: {
  readonly line: AuditLine;
  readonly position: number;
  /** -1 while nobody knows how many there are. */
  readonly total: number;
  readonly selected: boolean;
  readonly onSelect: (seq: number) => void;
}) {
  const { seq, at, byName, says, detail, incident, failed, emergency } = line;
  return (
    // The list around it holds the keyboard; a row only answers the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      id={auditRowId(String(seq))}
      className="audit-row"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      tabIndex={-1}
      onClick={() => onSelect(seq)}
    >
      <time dateTime={at}>{wallDateTime(at, deskNow())}</time>
      <bdi className="audit-who">{byName}</bdi>
      <span className="audit-what">
        {failed && <strong className="audit-mark">✕ failed</strong>}
        {emergency && <strong className="audit-mark">▲ break-glass</strong>}
        <span>{says}</span>
        {detail !== '' && <small dir="auto">{detail}</small>}
      </span>
      <span className="audit-incident">
        {incident !== null && (
          <>
            <span className="spoken">incident </span>
            {incident.number}
          </>
        )}
      </span>
    </div>
  );
});
