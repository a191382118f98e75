import type { IncidentView } from '#shared/board/incident-view.ts';
import { insteadOfPhone } from '#shared/board/instead-of-phone.ts';

/** Nobody took the call by phone: what is to be sent stands where the phone was recommended. */
export function InsteadByPhone({ view }: { readonly view: IncidentView }) {
  const instead = insteadOfPhone(view);
  if (instead === null) return null;
  return (
    <div className="instead-of">
      <p>
        <span aria-hidden="true">✕</span> <strong>Nobody took it by phone.</strong>
      </p>
      <p>
        <span aria-hidden="true">→</span> Instead: <strong>{instead.label}</strong>. {instead.who}
      </p>
    </div>
  );
}
