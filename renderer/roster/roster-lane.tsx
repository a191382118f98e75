import { memo } from 'react';
import type { Cell, Lane, Scale } from './lanes.ts';
import { gapInWords, hoursInWords, shiftInWords } from './roster-words.ts';
import type { Span } from '#shared/roster/shift.ts';
import { UNIT_STATUS } from '#shared/unit/unit-status.ts';
import { deskNow } from '../desk/clock.ts';
import { spokenRole } from '../units/spoken-role.ts';

export const RosterLane = memo(function RosterLane({
  lane,
  scale,
  marked,
  onMark,
  onOpen,
}: {
  readonly lane: Lane;
  readonly scale: Scale;
  /** The marked cell when it is in this lane. */
  readonly marked: string | null;
  readonly onMark: (key: string) => void;
  readonly onOpen: (key: string) => void;
}) {
  const { unit, role, first, named } = lane;
  const [own, ...rest] = first ? lane.cells : [undefined, ...lane.cells];
  return (
    <div className="lane" role="row" data-first={first}>
      <div className="lane-unit" role={own === undefined ? 'presentation' : undefined}>
        {own !== undefined && (
          <CellButton cell={own} marked={marked} onMark={onMark} onOpen={onOpen} role="rowheader">
            <span className="lane-sign">{unit.unitId}</span>
            <span className="lane-team">
              {unit.short} {unit.zone}
            </span>
          </CellButton>
        )}
      </div>
      <div className="lane-role" role="gridcell">
        {role === null ? UNIT_STATUS[unit.status].label : named && spokenRole(role)}
        {role !== null && named && !unit.requiredRoles.includes(role) && (
          <span className="lane-extra"> (extra)</span>
        )}
      </div>
      <div className="lane-track" role="presentation">
        {role === null && (
          <span className="lane-by-hand" role="gridcell">
            Nobody is planned. On duty by hand: {onDutyNow(lane)}
          </span>
        )}
        {rest.map(
          (cell) =>
            cell !== undefined && (
              <CellButton
                key={cell.key}
                cell={cell}
                marked={marked}
                scale={scale}
                onMark={onMark}
                onOpen={onOpen}
                role="gridcell"
              >
                <CellWords cell={cell} scale={scale} />
              </CellButton>
            ),
        )}
      </div>
    </div>
  );
});

function onDutyNow({ unit }: Lane): string {
  const names = unit.crew.filter(({ onDuty }) => onDuty).map(({ name }) => name);
  return names.length === 0 ? 'nobody.' : `${names.join(', ')}.`;
}

function CellButton({
  cell,
  marked,
  scale,
  onMark,
  onOpen,
  role,
  children,
}: {
  readonly cell: Cell;
  readonly marked: string | null;
  readonly scale?: Scale;
  readonly onMark: (key: string) => void;
  readonly onOpen: (key: string) => void;
  readonly role: 'gridcell' | 'rowheader';
  readonly children: React.ReactNode;
}) {
  const { key, kind } = cell;
  return (
    // The grid around it holds the keyboard; a cell only answers the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      id={cellDomId(key)}
      role={role}
      className={`cell cell-${kind}`}
      aria-selected={marked === key}
      data-called-off={kind === 'shift' && cell.shift.calledOff !== null}
      style={scale === undefined ? undefined : placed(cell, scale)}
      tabIndex={-1}
      onClick={() => onMark(key)}
      onDoubleClick={() => onOpen(key)}
    >
      <span className="spoken">{wordsOf(cell)}</span>
      <span className="cell-shown" aria-hidden="true">
        {children}
      </span>
    </div>
  );
}

function wordsOf(cell: Cell): string {
  switch (cell.kind) {
    case 'unit':
      return `${cell.unit.unitId}, ${cell.unit.team}, ${cell.unit.zone}`;
    case 'shift':
      return shiftInWords(cell.shift, cell.unit, deskNow());
    case 'gap':
      return gapInWords(cell.gap, cell.unit, deskNow());
  }
}

function CellWords({ cell, scale }: { readonly cell: Cell; readonly scale: Scale }) {
  if (cell.kind === 'gap')
    return (
      <span className="cell-words">
        no {spokenRole(cell.gap.role)} <span className="cell-hours">{hoursInWords(cell.gap)}</span>
      </span>
    );
  if (cell.kind === 'unit') return null;
  const { shift } = cell;
  return (
    <>
      {shift.breaks.map((pause) => (
        <span key={pause.from} className="cell-break" style={within(pause, shift, scale)} />
      ))}
      <span className="cell-words">
        <bdi>{shift.name}</bdi>{' '}
        <span className="cell-hours">
          {shift.calledOff === null ? hoursInWords(shift) : `not coming: ${shift.calledOff}`}
        </span>
      </span>
    </>
  );
}

/** What of a span lies in the days shown, in milliseconds. */
function shown({ from, to }: Span, scale: Scale): Scale {
  return {
    from: Math.max(scale.from, Date.parse(from)),
    to: Math.min(scale.to, Date.parse(to)),
  };
}

function placed(cell: Cell, scale: Scale) {
  if (cell.kind === 'unit') return undefined;
  return percent(shown(cell.kind === 'shift' ? cell.shift : cell.gap, scale), scale);
}

function within(span: Span, around: Span, scale: Scale) {
  return percent(shown(span, scale), shown(around, scale));
}

function percent(span: Scale, whole: Scale) {
  const part = (value: number) => `${((value - whole.from) / (whole.to - whole.from)) * 100}%`;
  return { insetInlineStart: part(span.from), width: part(whole.from + span.to - span.from) };
}

export function cellDomId(key: string): string {
  return `roster ${key}`.replaceAll(' ', '-');
}
