import type { Answers } from './answer.ts';
import type { DeskCore } from './desk-core.ts';
import { onIncident } from './on-incident.ts';
import { onUnit } from './on-unit.ts';
import { setLanguage, setNeededCapabilities } from '#shared/incident/decide-wants.ts';
import { setCapabilities, setLanguages } from '#shared/unit/decide-vehicle.ts';

type WantsTopic =
  | 'incident.set-language'
  | 'incident.set-capabilities'
  | 'unit.set-capabilities'
  | 'unit.set-languages';

/** What has to be spoken and driven on an incident, and which unit can. */
export function wantsAnswers(core: DeskCore): Answers<WantsTopic> {
  return {
    'incident.set-language': onIncident(core, (incident, { language }) =>
      setLanguage(incident, language),
    ),
    'incident.set-capabilities': onIncident(core, (incident, { capabilities }, context) =>
      setNeededCapabilities(incident, capabilities, context),
    ),
    'unit.set-capabilities': onUnit(core, (unit, { capabilities }, { policy }) =>
      setCapabilities(unit, capabilities, policy),
    ),
    'unit.set-languages': onUnit(core, (unit, { name, languages }) =>
      setLanguages(unit, name, languages),
    ),
  };
}
