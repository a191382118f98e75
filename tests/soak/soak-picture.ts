import type { SoakAnswer } from './answer.ts';
import { FIGURES, type FigureName } from './figures.ts';
import { WARM_UP_DAYS } from './samples.ts';

type Line = readonly (readonly [day: number, value: number])[];

interface Strip {
  readonly label: string;
  readonly unit: string;
  /** Said at the right: the slope, or what the lines are. */
  readonly said: readonly string[];
  readonly lines: readonly Line[];
  /** The slope, from the first day it counts to the last; null where there is none. */
  readonly trend: Line | null;
}

const WIDTH = 960;
const TOP = 84;
const STRIP = 100;
const PLOT = 62;
const LEFT = 240;
const RIGHT = 742;

/** In a page it takes the colors of the reader's theme; nothing is told by color alone. */
const STYLE = `
  svg { --back: #ffffff; --text: #1b1f24; --quiet: #57606a; --grid: #d0d7de; --warm: #f1f3f5; --one: #0b6b8f; --two: #a8480f; }
  @media (prefers-color-scheme: dark) {
    svg { --back: #0d1117; --text: #e6edf3; --quiet: #9aa4af; --grid: #30363d; --warm: #161b22; --one: #58b6dd; --two: #f0955a; }
  }
  text { font: 12px system-ui, sans-serif; fill: var(--text); font-variant-numeric: tabular-nums; }
  .title { font-size: 17px; font-weight: 600; }
  .label { font-size: 13px; font-weight: 600; }
  .quiet { fill: var(--quiet); }
  .back { fill: var(--back); }
  .warm { fill: var(--warm); }
  .grid { stroke: var(--grid); }
  .axis { stroke: var(--quiet); }
  .night { stroke: var(--quiet); stroke-dasharray: 2 3; }
  polyline { fill: none; stroke-width: 1.6; stroke-linejoin: round; }
  .line-0 { stroke: var(--one); }
  .line-1 { stroke: var(--two); stroke-dasharray: 5 2; }
  .trend { stroke: var(--text); stroke-width: 1; stroke-dasharray: 1 3; }`;

/** The week as strips above each other, each from zero to a round number above its highest value. */
export function soakPicture(answer: SoakAnswer): string {
  const strips = stripsOf(answer);
  const foot = TOP + strips.length * STRIP;
  const height = foot + 64;
  const { days, clocksGoBack } = answer;
  const x = (day: number) => LEFT + (day / Math.max(days, 1e-9)) * (RIGHT - LEFT);
  const warm = Math.min(WARM_UP_DAYS, days);
  const marks = dayMarks(days);
  const verdict = verdictOf(answer);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">`,
    `<title>${escaped(`${titleOf(answer)}. ${verdict}`)}</title>`,
    `<style>${STYLE}\n</style>`,
    `<rect class="back" width="${WIDTH}" height="${height}"/>`,
    `<rect class="warm" x="${LEFT}" y="${TOP - 8}" width="${fixed(x(warm) - LEFT)}" height="${foot - TOP}"/>`,
    text(20, 32, titleOf(answer), 'start', 'title'),
    text(20, 54, subtitleOf(answer), 'start', 'quiet'),
    text(LEFT, TOP - 14, 'warming up', 'start', 'quiet'),
    text(x(clocksGoBack), TOP - 14, 'the clocks go back', 'start', 'quiet'),
    ...marks.map((day) => upright(x(day), TOP - 8, foot - 8, 'grid')),
    upright(x(clocksGoBack), TOP - 8, foot - 8, 'night'),
    ...strips.map((strip, nth) => drawnStrip(strip, TOP + nth * STRIP, x)),
    ...marks.map((day) => text(x(day), foot + 10, shown(day), 'middle', 'quiet')),
    text((LEFT + RIGHT) / 2, foot + 30, 'simulated days', 'middle'),
    text(20, foot + 52, verdict, 'start'),
    '</svg>\n',
  ].join('\n');
}

function verdictOf({ ok, judged, wrong }: SoakAnswer): string {
  if (!ok) return wrong.length > 1 ? `${wrong[0]} And ${wrong.length - 1} more.` : wrong.join();
  return judged ? 'Nothing grows that must not.' : 'Too short a run to tell a slope from noise.';
}

function titleOf({ days, speed }: SoakAnswer): string {
  return `${days.toFixed(1)} simulated days through the real window, ${grouped(speed)} times as fast as life`;
}

function subtitleOf({ entries, looks, entriesByType, machine }: SoakAnswer): string {
  const copies = entriesByType['copy.made'] ?? 0;
  const made = `${grouped(entries)} entries, ${copies} copies of the store, ${looks} looks after a collection`;
  return `${made}; Electron ${machine['electron']}, ${machine['cores']} cores`;
}

function dayMarks(days: number): number[] {
  const step = days >= 2 ? 1 : days >= 0.5 ? 0.25 : days / 4;
  return Array.from({ length: Math.floor(days / step + 1e-6) + 1 }, (_, nth) => nth * step);
}

function drawnStrip(strip: Strip, top: number, x: (day: number) => number): string {
  const { label, unit, said, lines, trend } = strip;
  const highest = roundAbove(Math.max(...lines.flat().map(([, value]) => value), 0));
  const bottom = top + PLOT;
  const y = (value: number) => bottom - (value / highest) * PLOT;
  const path = (line: Line, style: string) =>
    `<polyline class="${style}" points="${line.map(([day, value]) => `${fixed(x(day))},${fixed(y(value))}`).join(' ')}"/>`;
  return [
    text(20, top + 26, label, 'start', 'label'),
    text(20, top + 43, unit === '' ? 'number' : unit, 'start', 'quiet'),
    ...[0, highest / 2, highest].flatMap((value) => [
      level(y(value), value === 0 ? 'axis' : 'grid'),
      text(LEFT - 8, y(value) + 4, shown(value), 'end', 'quiet'),
    ]),
    ...lines.map((line, nth) => path(line, `line-${nth}`)),
    ...(trend === null ? [] : [path(trend, 'trend')]),
    ...said.map((each, nth) =>
      text(RIGHT + 14, top + 18 + nth * 17, each, 'start', nth === 0 ? 'label' : 'quiet'),
    ),
  ].join('\n');
}

const GROWN: readonly FigureName[] = [
  'mainHeap',
  'mainResident',
  'pageHeap',
  'allProcesses',
  'openFiles',
  'activeResources',
  'nodes',
  'listeners',
  'database',
];

function stripsOf(answer: SoakAnswer): Strip[] {
  const { looked, hours } = answer;
  const line = (values: readonly number[]): Line =>
    values.map((value, nth) => [looked.day[nth] ?? 0, value]);
  const byHour = (read: (hour: SoakAnswer['hours'][number]) => number): Line =>
    hours.map((hour) => [Math.min((hour.hour + 0.5) / 24, answer.days), read(hour)]);
  return [
    ...GROWN.map((name) => grown(answer, name, line(looked[name]))),
    {
      label: 'On the board',
      unit: '',
      said: ['open incidents', 'dashed: calls that wait'],
      lines: [line(looked.openIncidents), line(looked.waitingCalls)],
      trend: null,
    },
    {
      label: 'Between two frames',
      unit: 'ms, by simulated hour',
      said: ['median', 'dashed: 99 of 100 are', 'no longer apart'],
      lines: [byHour(({ p50 }) => p50), byHour(({ p99 }) => p99)],
      trend: null,
    },
  ];
}

function grown({ growth, days, judged }: SoakAnswer, name: FigureName, line: Line): Strip {
  const { label, unit, most } = FIGURES[name];
  const { aDay, first, last } = growth[name];
  const units = unit === '' ? '' : ` ${unit}`;
  const sign = aDay < 0 ? '−' : '+';
  const size = Math.abs(aDay);
  const from = Math.min(WARM_UP_DAYS, days);
  const values = line.filter(([day]) => day >= from).map(([, value]) => value);
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? last;
  const at = (day: number) => middle + aDay * (day - (from + days) / 2);
  return {
    label,
    unit,
    said: [
      `${sign}${size >= 10 ? grouped(Math.round(size)) : size.toFixed(2)}${units} a day`,
      `${judged ? 'warm' : 'first'} ${shown(first)}, at the end ${shown(last)}`,
      most === null || !judged ? 'follows the work' : `at most +${most}${units} a day is noise`,
    ],
    lines: [line],
    trend: [
      [from, at(from)],
      [days, at(days)],
    ],
  };
}

/** The next of 1, 2, 4, 5 or 8 times a power of ten: its half is round as well. */
function roundAbove(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const found = [1, 2, 4, 5, 8, 10].find((times) => times * power >= value);
  return (found ?? 10) * power;
}

function shown(value: number): string {
  return value >= 1_000 ? grouped(Math.round(value)) : String(Number(value.toPrecision(3)));
}

function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

const fixed = (value: number) => value.toFixed(1);

function level(y: number, style: string): string {
  return `<line class="${style}" x1="${LEFT}" x2="${RIGHT}" y1="${fixed(y)}" y2="${fixed(y)}"/>`;
}

function upright(x: number, from: number, to: number, style: string): string {
  return `<line class="${style}" x1="${fixed(x)}" x2="${fixed(x)}" y1="${from}" y2="${to}"/>`;
}

function text(x: number, y: number, said: string, anchor: string, style = ''): string {
  const named = style === '' ? '' : ` class="${style}"`;
  return `<text${named} x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}">${escaped(said)}</text>`;
}

function escaped(said: string): string {
  return said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
