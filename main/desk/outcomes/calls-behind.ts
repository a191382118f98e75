import { callTypeLabel, responseLabel } from '../incident-row.ts';
import { CUT_COLUMNS, endsOf, groupOf, IN_PERIOD, nowLocal } from './counted-period.ts';
import type { FigureSource } from './figure-source.ts';
import { CONDITIONS, TIMED } from './figure-conditions.ts';
import { followPhoneCalls } from '#db/board/phone-follow-on.ts';
import { statement } from '#db/open-database.ts';
import type { Parsed } from '#shared/contract/console-contract.ts';
import { CALLS_A_PAGE } from '#shared/contract/outcome-figure-topics.ts';
import { dispositionLabel, type DispositionCode } from '#shared/incident/disposition.ts';
import {
  TIME_FIGURES,
  type ShareFigure,
  type TimeFigure,
} from '#shared/outcomes/figure-catalogue.ts';
import type { CallBehind, CallsBehind, Side } from '#shared/outcomes/outcome-figures.ts';

export type Asked = Parsed<'outcomes.calls'>;

/** The calls one figure was counted from, the newest first; of a time, the longest first. */
export function callsBehind(source: FigureSource, asked: Asked): CallsBehind {
  const { db } = source;
  const [from, to] = endsOf(asked.period);
  if (asked.figure.startsWith('phone-'))
    followPhoneCalls(db, { from, to, nowLocal: nowLocal(source) });
  const { where, seconds } = isTime(asked.figure)
    ? timeSide(asked.figure, asked.side)
    : { where: shareSide(asked.figure, asked.side), seconds: null };
  const cell = asked.cell === null ? '' : ` AND ${CUT_COLUMNS[asked.cell.by]} IS ?`;
  const parameters: (string | number | null)[] = [from, to];
  if (asked.cell !== null)
    parameters.push(asked.cell.by === 'hour' ? Number(asked.cell.id) : asked.cell.id);
  const calls = `counted_calls c WHERE ${IN_PERIOD} AND (${where})${cell}`;
  const total = statement(db, `SELECT COUNT(*) FROM ${calls}`)
    .pluck()
    .get(...parameters);
  const rows = statement(
    db,
    `SELECT id, source, number, received_local AS receivedLocal, call_type AS callType,
       area_id AS areaId, decided_level AS level, response, disposition, open,
       ${seconds ?? 'NULL'} AS seconds
     FROM ${calls} ORDER BY ${seconds === null ? '' : 'seconds DESC, '}received_local DESC, id
     LIMIT ${CALLS_A_PAGE} OFFSET ?`,
  ).all(...parameters, asked.page * CALLS_A_PAGE) as Row[];
  return { total: total as number, calls: rows.map((row) => behindOf(row, source)) };
}

function isTime(figure: ShareFigure | TimeFigure): figure is TimeFigure {
  return Object.hasOwn(TIMED, figure);
}

function shareSide(figure: ShareFigure, side: Side): string {
  const { of, is } = CONDITIONS[figure];
  switch (side) {
    case 'numerator':
      return `(${of}) AND (${is})`;
    case 'denominator':
      return `(${of}) AND (${is}) IS NOT NULL`;
    case 'unknown':
      return `(${of}) AND (${is}) IS NULL`;
  }
}

/** Its numerator is what was within the standard; where there is none, everything that was measured. */
function timeSide(figure: TimeFigure, side: Side): { where: string; seconds: string | null } {
  const { seconds, inOrder, unknown } = TIMED[figure];
  if (side === 'unknown') return { where: unknown, seconds: null };
  const [standard] = TIME_FIGURES[figure].standards;
  const within =
    side === 'numerator' && standard !== undefined ? ` AND ${seconds} <= ${standard.seconds}` : '';
  return { where: `${inOrder}${within}`, seconds };
}

interface Row extends Omit<CallBehind, 'callType' | 'area' | 'open'> {
  readonly callType: string | null;
  readonly areaId: string | null;
  readonly open: 0 | 1;
}

function behindOf(
  { areaId, callType, response, disposition, open, ...row }: Row,
  { policy }: FigureSource,
): CallBehind {
  return {
    ...row,
    callType: callTypeLabel(policy, callType) ?? groupOf('call-type', callType, policy).label,
    area: groupOf('area', areaId, policy).label,
    response: response === null ? null : responseLabel(policy, response),
    disposition: disposition === null ? null : dispositionLabel(disposition as DispositionCode),
    open: open === 1,
  };
}
