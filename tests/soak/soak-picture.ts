/** One line of the picture: a figure over the simulated days. */
export interface Strip {
  readonly label: string;
  readonly unit: string;
  /** Said at the right, in words: the slope, or the spread. */
  readonly said: string;
  readonly lines: readonly (readonly (readonly [day: number, value: number])[])[];
}

const WIDTH = 860;
const STRIP = 92;
const LEFT = 190;
const RIGHT = 660;
const COLORS = ['#1f6f8b', '#b3541e'];

/** The week as strips above each other, each from zero to its highest value. */
export function soakPicture(title: string, strips: readonly Strip[]): string {
  const height = 60 + strips.length * STRIP + 30;
  const days = Math.max(1, ...strips.flatMap(({ lines }) => lines.flat().map(([day]) => day)));
  const x = (day: number) => LEFT + (day / days) * (RIGHT - LEFT);
  const parts = strips.map((strip, nth) => drawn(strip, 60 + nth * STRIP, x));
  const foot = 60 + strips.length * STRIP + 14;
  const marks = Array.from({ length: Math.floor(days) + 1 }, (_, day) =>
    text(x(day), foot, `day ${day}`, 'middle', '#555'),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(16, 30, title, 'start', '#111', 16),
    ...parts,
    ...marks,
    '</svg>\n',
  ].join('\n');
}

function drawn({ label, unit, said, lines }: Strip, top: number, x: (day: number) => number) {
  const highest = Math.max(1e-9, ...lines.flat().map(([, value]) => value));
  const y = (value: number) => top + 70 - (value / highest) * 58;
  const paths = lines.map((line, nth) => {
    const points = line.map(([day, value]) => `${x(day).toFixed(1)},${y(value).toFixed(1)}`);
    const color = COLORS[nth % COLORS.length];
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${color}" stroke-width="1.5"/>`;
  });
  return [
    `<line x1="${LEFT}" x2="${RIGHT}" y1="${y(0)}" y2="${y(0)}" stroke="#999"/>`,
    text(16, top + 40, label, 'start', '#111', 13),
    text(LEFT - 8, y(highest) + 4, shown(highest, unit), 'end', '#555'),
    text(LEFT - 8, y(0), '0', 'end', '#555'),
    ...paths,
    ...said
      .split('\n')
      .map((line, nth) => text(RIGHT + 14, top + 34 + nth * 16, line, 'start', '#111')),
  ].join('\n');
}

function shown(value: number, unit: string): string {
  return `${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))} ${unit}`.trim();
}

function text(
  x: number,
  y: number,
  said: string,
  anchor: string,
  color: string,
  size = 11,
): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${color}" font-family="sans-serif" font-size="${size}">${escaped(said)}</text>`;
}

function escaped(said: string): string {
  return said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
