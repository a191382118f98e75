import type { ServiceHours } from '#shared/policy/policy.ts';
import { Button } from '../parts/button.tsx';
import { HoursLines } from '../parts/hours-lines.tsx';
import { withValue, type Path } from './document-path.ts';
import { edit, leaveEditor } from './workshop-store.ts';

/** When a team is on, in the document. */
export function HoursEditor({
  path,
  hours,
}: {
  readonly path: Path;
  readonly hours: readonly ServiceHours[];
}) {
  return (
    <div className="hours-editor">
      <HoursLines
        hours={hours}
        onHours={(changed) => edit((policy) => withValue(policy, path, changed))}
      />
      <div className="editor-foot">
        <Button keys="Esc" tone="quiet" onClick={leaveEditor}>
          Done
        </Button>
      </div>
    </div>
  );
}
