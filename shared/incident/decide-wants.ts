import type { DecideContext } from './context.ts';
import type { IncidentEvent } from './incident-events.ts';
import type { Incident } from './incident.ts';
import { openIncidentOnly } from './open-incident-only.ts';
import { isRefusal, type Refusal } from '../lib/refusal.ts';
import { knownCapabilities, noSuchLanguage } from '../unit/decide-vehicle.ts';
import { isLanguage, type LanguageNeed } from '../unit/language.ts';

/** What has to be spoken with the person on the call; null takes it back. It never keeps anybody from going. */
export function setLanguage(
  incident: Incident,
  language: LanguageNeed | null,
): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  if (language !== null && !isLanguage(language.language)) return noSuchLanguage(language.language);
  const { language: before, incidentId } = incident;
  if (before?.language === language?.language && before?.interpreter === language?.interpreter)
    return [];
  return [{ type: 'incident.language-set', incidentId, language }];
}

/** What the vehicle should have. It ranks units and never keeps one from going. */
export function setNeededCapabilities(
  incident: Incident,
  capabilities: readonly string[],
  { policy }: Pick<DecideContext, 'policy'>,
): IncidentEvent[] | Refusal {
  const closed = openIncidentOnly(incident);
  if (closed !== null) return closed;
  const known = knownCapabilities(policy, capabilities, incident.capabilities);
  if (isRefusal(known)) return known;
  if (known.join() === incident.capabilities.join()) return [];
  const { incidentId } = incident;
  return [{ type: 'incident.capabilities-set', incidentId, capabilities: known }];
}
