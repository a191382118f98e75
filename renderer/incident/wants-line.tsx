import type { IncidentView } from '#shared/board/incident-view.ts';
import { capabilityLabel } from '#shared/policy/policy.ts';
import { sayLanguageNeed } from '#shared/unit/language.ts';
import { memo } from 'react';
import { openSheet, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';

/** What has to be spoken with the person, and what the vehicle should have. */
export const WantsLine = memo(function WantsLine({
  language,
  capabilities,
}: Pick<IncidentView, 'language' | 'capabilities'>) {
  const policy = useDesk((desk) => desk.policy);
  const labels = capabilities.map((id) => (policy === null ? id : capabilityLabel(policy, id)));
  return (
    <section className="wants" aria-label="Language and vehicle">
      <p>
        Language {language === null ? 'English' : <strong>{sayLanguageNeed(language)}</strong>}
        {labels.length > 0 && (
          <>
            {' '}
            · Vehicle <strong>{labels.join(', ')}</strong>
          </>
        )}
      </p>
      <Button tone="quiet" keys="Shift+L" onClick={() => openSheet('wants')}>
        Change<span className="spoken"> language and vehicle</span>
      </Button>
      <NoticeBeside causes={['incident.set-language', 'incident.set-capabilities']} />
    </section>
  );
});
