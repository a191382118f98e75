import type { Moves, MovesOf, WhatIfReport } from '#shared/policy/workshop-view.ts';
import { counted } from './draft-words.ts';

const number = (value: number) => value.toLocaleString('en-US');

/** Up, down and aside of a number of calls, with what percent of them that is. */
export function moveWords({ calls, up, down, aside }: Moves): string {
  if (up + down + aside === 0) return `All ${counted(calls, 'call')} stay as they are.`;
  const part = (value: number, word: string) =>
    `${number(value)} (${percent(value, calls)}) ${word}`;
  return `Of ${counted(calls, 'call')}, ${part(up, 'go higher')}, ${part(down, 'go lower')} and ${part(
    aside,
    'get another response at the same level',
  )}.`;
}

/** "3.2 %"; what is more than nothing is never written as 0 %. */
export function percent(value: number, of: number): string {
  if (of === 0 || value === 0) return '0 %';
  const share = (value / of) * 100;
  if (share < 0.1) return '< 0.1 %';
  return share < 10 ? `${share.toFixed(1)} %` : `${Math.round(share)} %`;
}

/** The picture by hour, in words: when most calls move, and which way. */
export function hourWords(byHour: readonly MovesOf[]): string {
  const moved = byHour.filter(({ up, down, aside }) => up + down + aside > 0);
  if (moved.length === 0) return 'Calls by hour of the day: none moves at any hour.';
  const most = (read: (hour: MovesOf) => number, word: string) => {
    const top = byHour.reduce((a, b) => (read(b) > read(a) ? b : a));
    return read(top) === 0 ? `none ${word}` : `most ${word} at ${top.label}, ${number(read(top))}`;
  };
  return `Calls by hour of the day: ${[
    most(({ up }) => up, 'go higher'),
    most(({ down }) => down, 'go lower'),
    most(({ aside }) => aside, 'get another response'),
  ].join('; ')}.`;
}

/** Where the figures come from, and what they leave out. */
export function baseWords({ decisions, imported, notBehavioral }: WhatIfReport): string {
  const parts = [
    `${counted(decisions, 'decision')} made here, with the answers as they were given`,
    `${counted(imported, 'imported call')} of which only the type is known`,
  ];
  const left =
    notBehavioral === 0
      ? ''
      : ` Left out: ${number(notBehavioral)} imported ${notBehavioral === 1 ? 'call that is' : 'calls that are'} not mental health or substance use.`;
  return `From ${parts.join(' and ')}.${left}`;
}

/** Those that move at all, most first; then by name. */
export function mostMoved(rows: readonly MovesOf[]): MovesOf[] {
  const moved = ({ up, down, aside }: MovesOf) => up + down + aside;
  return rows
    .filter((row) => moved(row) > 0)
    .toSorted((a, b) => moved(b) - moved(a) || a.label.localeCompare(b.label));
}
