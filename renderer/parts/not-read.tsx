/** Why a file that was chosen was not read; nothing while it was. */
export function NotRead({
  why,
  className = 'refused',
}: {
  readonly why: string | null;
  readonly className?: string;
}) {
  if (why === null) return null;
  return (
    <p role="alert" className={className}>
      <strong>Not read.</strong> {why}
    </p>
  );
}
