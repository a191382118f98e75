/** As long as the whole, filled as far as the part; beside it stand both in numbers. */
export function ShareBar({
  part,
  whole,
  most,
}: {
  readonly part: number;
  readonly whole: number;
  /** The longest whole of the table. */
  readonly most: number;
}) {
  if (whole === 0) return null;
  return (
    <span className="share-bar" aria-hidden="true" style={{ width: `${(100 * whole) / most}%` }}>
      <span style={{ width: `${(100 * part) / whole}%` }} />
    </span>
  );
}
