import {
  adoptExamined,
  examineDirectory,
  shownExamination,
  type ExaminedDirectory,
} from './examine-directory.ts';
import { exportCsv, exportJson } from './export-directory.ts';
import { searchDirectory } from './search-directory.ts';
import { serviceView, sourcesOf } from './service-view.ts';
import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import type { Session } from '../desk.ts';
import { directories, notesOf } from '#db/board/directory-projection.ts';
import type { DirectoryOverview } from '#shared/board/directory-view.ts';
import {
  closeForNow,
  noteCapacity,
  openAgain,
  withdrawDirectory,
} from '#shared/directory/decide-directory.ts';
import type { ServiceEvent } from '#shared/directory/directory-events.ts';
import type { IncidentId, ServiceId } from '#shared/lib/brand.ts';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import { languageName } from '#shared/unit/language.ts';
import type { Entry } from '#shared/journal/journal-event.ts';

type DirectoryTopic =
  | 'directory.overview'
  | 'directory.search'
  | 'directory.service'
  | 'directory.print'
  | 'directory.examine'
  | 'directory.adopt'
  | 'directory.withdraw'
  | 'directory.export'
  | 'service.note-capacity'
  | 'service.verify'
  | 'service.close-for-now'
  | 'service.open-again'
  | 'service.mark-substance-use';

export function directoryAnswers(core: DeskCore): Answers<DirectoryTopic> {
  /** What was looked at last: its content is not sent here a second time to be adopted. */
  let examined: ExaminedDirectory | null = null;
  return {
    'directory.overview': ({ incidentId }) => overview(core, incidentId),
    'directory.search': ({ incidentId, ...query }) =>
      searchDirectory(sourcesOf(core, incidentId), query),
    'directory.service': ({ serviceId, incidentId }) => serviceView(core, serviceId, incidentId),
    'directory.print': ({ serviceId }) =>
      serviceThere(core, serviceId) ??
      refuse(
        'no-window',
        'Printing takes a window: look the service up in the console and print it there.',
      ),

    'directory.examine': ({ files, source }) => {
      examined = examineDirectory(core, files, source);
      return shownExamination(examined);
    },

    'directory.adopt': ({ hash }, session) => {
      if (examined?.document?.hash !== hash)
        return refuse(
          'not-examined',
          'What you looked at is not at hand any more. Choose the file again. Nothing was changed.',
        );
      const outcome = adoptExamined(core, examined, operatorOf(session).operatorId, 'imported');
      examined = null;
      return done(core, outcome, hash);
    },

    'directory.withdraw': ({ hash, reason }, session) => {
      const outcome = core.commit(operatorOf(session).operatorId, () =>
        withdrawDirectory(directories(core.db), hash, reason),
      );
      return done(core, outcome);
    },

    'directory.export': ({ as }) => {
      const content = core.directory.content();
      if (content === null) return refuse('no-directory', 'There is no directory to export yet.');
      core.readings.leaves({ what: 'directory', of: null, to: 'file' });
      return as === 'json' ? exportJson(content) : exportCsv(content);
    },

    'service.note-capacity': ({ serviceId, ...capacity }, session) =>
      done(
        core,
        note(core, session, serviceId, () => noteCapacity(serviceId, capacity)),
      ),
    'service.verify': ({ serviceId, how }, session) =>
      done(
        core,
        note(core, session, serviceId, () => [{ type: 'service.verified', serviceId, how }]),
      ),
    'service.close-for-now': ({ serviceId, ...closing }, session) =>
      done(
        core,
        note(core, session, serviceId, () => closeForNow(serviceId, closing, core.local().date)),
      ),
    'service.open-again': ({ serviceId }, session) =>
      done(
        core,
        note(core, session, serviceId, () => openAgain(serviceId, notesOf(core.db, serviceId))),
      ),
    'service.mark-substance-use': ({ serviceId, substanceUse }, session) =>
      done(
        core,
        note(core, session, serviceId, () => [
          { type: 'service.substance-use-marked', serviceId, substanceUse },
        ]),
      ),
  };
}

function note(
  core: DeskCore,
  session: Session,
  serviceId: ServiceId,
  decide: () => readonly ServiceEvent[] | Refusal,
): Entry[] | Refusal {
  return serviceThere(core, serviceId) ?? core.commit(operatorOf(session).operatorId, decide);
}

function serviceThere(core: DeskCore, serviceId: ServiceId): Refusal | null {
  if (core.directory.service(serviceId) !== null) return null;
  return refuse(
    'no-such-service',
    'This service is not in the directory in force any more. Search again. Nothing was changed.',
  );
}

function overview(core: DeskCore, incidentId: IncidentId | null): DirectoryOverview {
  const { inForce, stepBack } = directories(core.db);
  const to = stepBack?.to ?? null;
  return {
    inForce: inForce && { ...inForce, adoptedByName: core.nameOf(inForce.adoptedBy) },
    stepBack: stepBack && { to: to && { source: to.source, services: to.counts.services } },
    languages: languagesIn(core),
    measured: sourcesOf(core, incidentId).from !== null,
  };
}

/** Reading them also holds what the first search asks for. */
function languagesIn(core: DeskCore): DirectoryOverview['languages'] {
  const spoken = new Map<string, number>();
  for (const { languages } of core.directory.facts())
    for (const language of languages) spoken.set(language, (spoken.get(language) ?? 0) + 1);
  return [...spoken]
    .toSorted(([a, of], [b, than]) => than - of || (a < b ? -1 : 1))
    .slice(0, 60)
    .map(([value]) => ({ value, name: languageName(value) }));
}
