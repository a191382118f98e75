import type { Answers } from './answer.ts';
import { languageChanged } from './changed-by.ts';
import type { DeskCore } from './desk-core.ts';
import { onIncident } from './on-incident.ts';
import { onUnit } from './on-unit.ts';
import { setLanguage, setNeededCapabilities } from '#shared/incident/decide-wants.ts';
import { editCapabilities, editLanguage } from '#shared/incident/edit-incident.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { setCapabilities, setLanguages } from '#shared/unit/decide-vehicle.ts';

type WantsTopic =
  | 'incident.set-language'
  | 'incident.set-capabilities'
  | 'unit.set-capabilities'
  | 'unit.set-languages';

/** What has to be spoken and driven on an incident, and which unit can. */
export function wantsAnswers(core: DeskCore): Answers<WantsTopic> {
  return {
    'incident.set-language': onIncident(core, (incident, { language, seen }) => {
      const edited = editLanguage(incident, seen, language, () => languageChanged(core, incident));
      return isRefusal(edited) ? edited : setLanguage(incident, edited);
    }),
    'incident.set-capabilities': onIncident(core, (incident, { capabilities, seen }, context) =>
      setNeededCapabilities(incident, editCapabilities(incident, seen, capabilities), context),
    ),
    'unit.set-capabilities': onUnit(core, (unit, { capabilities }, { policy }) =>
      setCapabilities(unit, capabilities, policy),
    ),
    'unit.set-languages': onUnit(core, (unit, { name, languages }) =>
      setLanguages(unit, name, languages),
    ),
  };
}
