import { useState } from 'react';
import type { MovesOf, WhatIfReport } from '#shared/policy/workshop-view.ts';
import { Button } from '../parts/button.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { mostMoved } from './what-if-words.ts';

const SHOWN = 6;

/** One line for each call type, area or hour that moves, with a small bar to each side of zero. */
export function MovesTable({
  caption,
  rows,
  inOrder = false,
}: {
  readonly caption: string;
  readonly rows: readonly MovesOf[];
  /** Keeps the order of the rows: hours are not sorted by size. */
  readonly inOrder?: boolean;
}) {
  const [all, setAll] = useState(false);
  const moved = inOrder
    ? rows.filter(({ up, down, aside }) => up + down + aside > 0)
    : mostMoved(rows);
  if (moved.length === 0) return null;
  const shown = all ? moved : moved.slice(0, SHOWN);
  const most = Math.max(...moved.map(({ up, down, aside }) => Math.max(up + aside, down)));
  return (
    <>
      <table className="moves">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="spoken">Name</span>
            </th>
            <th scope="col">Calls</th>
            <Side sign="▼" word="lower" move="down" />
            <th scope="col" className="moves-bar">
              <span className="spoken">Bar</span>
            </th>
            <Side sign="▲" word="higher" move="up" />
            <Side sign="◆" word="other response, same level" move="aside" />
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.key}>
              <th scope="row" dir="auto">
                {row.label}
              </th>
              <td>{row.calls.toLocaleString('en-US')}</td>
              <td data-move="down">{figure(row.down)}</td>
              <td aria-hidden="true" className="moves-bar">
                <Bars row={row} most={most} />
              </td>
              <td data-move="up">{figure(row.up)}</td>
              <td data-move="aside">{figure(row.aside)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {moved.length > SHOWN && (
        <Button tone="quiet" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${moved.length}`}
        </Button>
      )}
    </>
  );
}

function Side({
  sign,
  word,
  move,
}: {
  readonly sign: string;
  readonly word: string;
  readonly move: string;
}) {
  return (
    <th scope="col" data-move={move} title={word}>
      <span aria-hidden="true">{sign}</span>
      <span className="spoken">{word}</span>
    </th>
  );
}

function figure(value: number): string {
  return value === 0 ? '–' : value.toLocaleString('en-US');
}

function Bars({ row, most }: { readonly row: MovesOf; readonly most: number }) {
  const width = (value: number) => ({ width: `${(value / most) * 50}%` });
  return (
    <span className="bars">
      <span data-move="down" style={{ ...width(row.down), right: '50%' }} />
      <span data-move="up" style={{ ...width(row.up), left: '50%' }} />
      <span
        data-move="aside"
        style={{ ...width(row.aside), left: `${50 + (row.up / most) * 50}%` }}
      />
    </span>
  );
}

/** From which response to which. Calls that stay are in the totals, not here. */
export function FromTo({ moves }: { readonly moves: WhatIfReport['moves'] }) {
  const changed = moves.filter(
    ({ from, to }) => from.level !== to.level || from.response !== to.response,
  );
  if (changed.length === 0) return null;
  const most = Math.max(...changed.map(({ calls }) => calls));
  return (
    <table className="from-to">
      <caption>From one response to another</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Calls</th>
        </tr>
      </thead>
      <tbody>
        {changed.map(({ from, to, calls }) => (
          <tr key={`${from.level} ${from.response} ${to.level} ${to.response}`}>
            <td>
              <LevelBadge level={from.level} /> {from.label}
            </td>
            <td>
              <span aria-hidden="true">→ </span>
              <LevelBadge level={to.level} /> {to.label}
            </td>
            <td>
              {calls.toLocaleString('en-US')}
              <span
                className="from-to-bar"
                aria-hidden="true"
                style={{ width: `${(calls / most) * 100}%` }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
