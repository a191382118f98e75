import { accessProjection } from './access-projection.ts';
import { answeringProjection } from './answering-projection.ts';
import { areaMapsProjection } from './area-maps-projection.ts';
import {
  callTypePatternsProjection,
  callTypeStringsProjection,
  reviewedCallTypesProjection,
} from './call-types-projection.ts';
import { commonPlacesProjection, placeTablesProjection } from './place-tables-projection.ts';
import { callbacksProjection } from './callbacks-projection.ts';
import { callNumbersProjection } from './call-numbers-projection.ts';
import { callsProjection } from './calls-projection.ts';
import { cautionsProjection } from './cautions-projection.ts';
import { centerProjection } from './center-projection.ts';
import { consentsProjection } from './consents-projection.ts';
import { contactsProjection } from './contacts-projection.ts';
import { costsProjection } from './costs-projection.ts';
import { decisionsProjection } from './decisions-projection.ts';
import { directoryProjection, serviceNotesProjection } from './directory-projection.ts';
import { disclosuresProjection } from './disclosures-projection.ts';
import { echoesProjection } from './echoes-projection.ts';
import { eidoDocumentsProjection, eidosProjection } from './eidos-projection.ts';
import { elsewhereProjection } from './elsewhere-projection.ts';
import { handOversProjection } from './hand-overs-projection.ts';
import { copiesProjection } from './copies-projection.ts';
import { intakeLinesProjection } from './intake-lines-projection.ts';
import { mappingsProjection } from './mappings-projection.ts';
import { incidentsProjection } from './incidents-projection.ts';
import { paperProjection } from './paper-projection.ts';
import { pastCallsProjection } from './past-calls-projection.ts';
import { peopleKeysProjection } from './people-keys-projection.ts';
import { peopleCallsProjection, peopleLinksProjection } from './people-links-projection.ts';
import { peopleProjection } from './people-projection.ts';
import {
  peopleActsProjection,
  peopleNamedProjection,
  peopleRuledOutProjection,
} from './people-said-projection.ts';
import { partnerKeysProjection } from './partner-keys-projection.ts';
import { policiesProjection } from './policies-projection.ts';
import { countedCallsProjection } from './counted-calls-projection.ts';
import type { Projection } from './projection.ts';
import { readingsProjection } from './readings-projection.ts';
import { referralsProjection } from './referrals-projection.ts';
import { refusedCodesProjection } from './refused-codes-projection.ts';
import { followUpTemplatesProjection } from './follow-up-templates-projection.ts';
import {
  legalHoldsProjection,
  retentionProjection,
  shreddingsProjection,
} from './retention-projection.ts';
import { safeContactsProjection } from './safe-contacts-projection.ts';
import { safetyProjection } from './safety-projection.ts';
import { screenersProjection } from './screeners-projection.ts';
import { screensProjection } from './screens-projection.ts';
import { shiftsProjection } from './shifts-projection.ts';
import { unservedProjection } from './unserved-projection.ts';
import { unitsProjection } from './units-projection.ts';

/**
 * Every derived table, in the order each entry is applied. Answering reads calls, and counting reads calls, incidents, units and
 * policies, so they come after.
 */
export const PROJECTIONS: readonly Projection[] = [
  centerProjection,
  accessProjection,
  policiesProjection,
  // Reads what calls and past calls were before.
  callTypeStringsProjection,
  callsProjection,
  callNumbersProjection,
  eidosProjection,
  eidoDocumentsProjection,
  incidentsProjection,
  cautionsProjection,
  contactsProjection,
  elsewhereProjection,
  handOversProjection,
  consentsProjection,
  disclosuresProjection,
  retentionProjection,
  legalHoldsProjection,
  shreddingsProjection,
  decisionsProjection,
  unservedProjection,
  unitsProjection,
  safetyProjection,
  echoesProjection,
  shiftsProjection,
  answeringProjection,
  pastCallsProjection,
  callTypePatternsProjection,
  reviewedCallTypesProjection,
  paperProjection,
  areaMapsProjection,
  placeTablesProjection,
  commonPlacesProjection,
  costsProjection,
  screensProjection,
  screenersProjection,
  directoryProjection,
  serviceNotesProjection,
  countedCallsProjection,
  // Links read incidents and past calls, and what is counted reads records and links.
  peopleProjection,
  peopleKeysProjection,
  peopleLinksProjection,
  peopleCallsProjection,
  peopleNamedProjection,
  peopleRuledOutProjection,
  peopleActsProjection,
  callbacksProjection,
  referralsProjection,
  partnerKeysProjection,
  refusedCodesProjection,
  followUpTemplatesProjection,
  safeContactsProjection,
  intakeLinesProjection,
  copiesProjection,
  mappingsProjection,
  readingsProjection,
];
