/** What somebody else said, line by line; what they left open is left out. */
export function SaidLines({
  lines,
}: {
  readonly lines: readonly (readonly [what: string, said: string])[];
}) {
  return (
    <dl>
      {lines
        .filter(([, said]) => said.trim() !== '')
        .map(([what, said]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd dir="auto">{said}</dd>
          </div>
        ))}
    </dl>
  );
}
