import { memo, useEffect } from 'react';
import { KIND_LABELS } from '#shared/directory/service-kind.ts';
import { sayAges, type ServiceLine } from '#shared/directory/service.ts';
import type { ServiceId } from '#shared/lib/brand.ts';
import {
  capacityWords,
  costWords,
  distanceWords,
  openTone,
  openWords,
  serviceDomId,
  verifiedWords,
} from './directory-words.ts';

const SIGNS = { open: '●', closed: '○', unknown: '?' } as const;

/** One service: what it is and whose, whether its door is open, and what else decides. */
export const ServiceRow = memo(function ServiceRow({
  line,
  position,
  total,
  selected,
  onSelect,
}: {
  readonly line: ServiceLine;
  readonly position: number;
  readonly total: number;
  readonly selected: boolean;
  readonly onSelect: (serviceId: ServiceId) => void;
}) {
  const tone = openTone(line);
  const { capacity, verified } = line;
  const facts = [
    line.kinds
      .slice(0, 2)
      .map((kind) => KIND_LABELS[kind])
      .join(', '),
    sayAges(line.ages),
    costWords(line.free),
    line.languages.slice(0, 3).join(', '),
  ].filter((fact) => fact !== '');
  return (
    // The list around it holds the keyboard; a row only answers the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      id={serviceDomId(line.serviceId)}
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={total}
      tabIndex={-1}
      className="service-row"
      onClick={() => onSelect(line.serviceId)}
    >
      <div className="service-top">
        <bdi className="service-name">{line.name}</bdi>
        <span className="service-distance">{distanceWords(line.meters)}</span>
      </div>
      <div className="service-second">
        <bdi className="service-organization">{line.organization || 'Organization not named'}</bdi>
        <span className="service-open" data-tone={tone}>
          <span aria-hidden="true">{SIGNS[tone]}</span> {openWords(line)}
        </span>
      </div>
      <div className="service-facts">
        <span dir="auto">{facts.join(' · ')}</span>
        {capacity !== null && (
          <span
            className="service-capacity"
            data-state={capacity.state}
            data-stale={capacity.stale}
          >
            {capacityWords(capacity)}
          </span>
        )}
        <span className="service-verified" data-old={verified.old}>
          {verified.old && <span aria-hidden="true">▲ </span>}
          {verifiedWords(verified)}
        </span>
      </div>
    </div>
  );
});

/** A line that is on its way: it asks for its page when it comes into view. */
export function PendingRow({
  index,
  onSeen,
}: {
  readonly index: number;
  readonly onSeen: (index: number) => void;
}) {
  useEffect(() => onSeen(index), [index, onSeen]);
  return <div className="service-row" aria-hidden="true" />;
}
