import type { ReactNode } from 'react';

/** One step in large type: what to do now, what to say, and its keys below. */
export function StepCard({
  title,
  say,
  children,
}: {
  readonly title: string;
  /** Words to be said aloud; null when nobody says anything. */
  readonly say: string | null;
  readonly children: ReactNode;
}) {
  return (
    <div className="transfer-step">
      <p className="transfer-now" role="status">
        {title}
      </p>
      {say !== null && (
        <p className="transfer-say">
          <span className="spoken">Say: </span>“{say}”
        </p>
      )}
      {children}
    </div>
  );
}
