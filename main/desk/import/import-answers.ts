import type { ImportDesk } from './import-desk.ts';
import { mappingHashOf } from './import-place.ts';
import { importView } from './import-views.ts';
import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { findJsonFault } from '../policy/json-faults.ts';
import { findSavedMapping, savedMappings } from '#db/board/mappings-projection.ts';
import { countLeftOut, leftOutOf } from '#db/settings/imports.ts';
import type { importTopics } from '#shared/contract/import-topics.ts';
import { removeMapping, saveMapping } from '#shared/intake-file/decide-mapping.ts';
import type { Mapping } from '#shared/intake-file/mapping-schema.ts';
import { readMapping } from '#shared/intake-file/mapping.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';

/** Rows of a page of what was left out: some screens full. */
const PAGE = 200;

/** The import of earlier calls, for the window. What takes time goes on beside the board, and the view tells of it. */
export function importAnswers(
  core: DeskCore,
  imports: ImportDesk,
): Answers<keyof typeof importTopics> {
  const carriedOut = (refusal: Refusal | null) => refusal ?? done(core, []);
  /** The chosen file once it was looked at. */
  const looked = () => {
    const { chosen } = imports;
    if (chosen === null) return refuse('no-file', 'Choose a file first. Nothing was changed.');
    const { understood } = chosen;
    if (understood === null)
      return refuse('not-looked-yet', 'The file is still being looked at. Try again in a moment.');
    return { chosen, understood };
  };
  return {
    'import.view': (_input, session) => importView(imports, operatorOf(session).role, core.nameOf),

    'import.choose': ({ path }) => carriedOut(imports.choose(path)),
    'import.choose-waiting': ({ waitingId }) => {
      const path = imports.waitingPath(waitingId);
      if (path === null)
        return refuse('not-waiting', 'This file does not wait any more. Look at the list again.');
      return carriedOut(imports.choose(path));
    },
    'import.put-away': () => {
      imports.putAway();
      return done(core, []);
    },

    'import.take-column': ({ column, use }) => {
      const now = looked();
      if (isRefusal(now)) return now;
      if (!now.chosen.seen?.columns.some(({ name }) => name === column))
        return refuse('no-such-column', 'The file has no such column. Nothing was changed.');
      void now.chosen.takeColumn(column, use);
      return done(core, []);
    },

    'import.use-mapping': ({ mappingId }) => {
      const now = looked();
      if (isRefusal(now)) return now;
      if (mappingId === null) {
        void now.chosen.guess();
        return done(core, []);
      }
      const saved = findSavedMapping(core.db, mappingId);
      if (saved === null)
        return refuse(
          'no-such-mapping',
          'This mapping is not saved any more. Nothing was changed.',
        );
      void now.chosen.useMapping(saved.mapping, { how: 'saved', name: saved.name });
      return done(core, []);
    },

    'import.read-mapping': ({ text }, session) => {
      const mapping = mappingIn(text);
      if (isRefusal(mapping)) return mapping;
      const now = looked();
      if (isRefusal(now)) {
        // Without a file to try it on it is kept, for the next one that has its columns.
        if (imports.chosen !== null) return now;
        return keep(core, session, mapping);
      }
      void now.chosen.useMapping(mapping, { how: 'file', name: mapping.title });
      return done(core, []);
    },

    'import.save-mapping': ({ name }, session) => {
      const now = looked();
      if (isRefusal(now)) return now;
      const { chosen, understood } = now;
      if (understood.from === null)
        return refuse(
          'mapping-faulty',
          'The columns are not understood yet: see what is marked, then save it. Nothing was saved.',
        );
      const { remarks: _guessed, ...mapping } = understood.mapping;
      const named: Mapping = { ...mapping, title: name };
      const outcome = keep(core, session, named);
      if (!isRefusal(outcome)) chosen.isSavedAs(named);
      return outcome;
    },

    'import.remove-mapping': ({ mappingId }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () =>
          removeMapping(savedMappings(core.db), mappingId),
        ),
      ),

    'import.export-mapping': ({ mappingId }) => {
      const saved = findSavedMapping(core.db, mappingId);
      if (saved === null)
        return refuse(
          'no-such-mapping',
          'This mapping is not saved any more. Look at the list again.',
        );
      const text = `${JSON.stringify(saved.mapping, null, 2)}\n`;
      core.readings.leaves({ what: 'mapping', of: `mapping/${mappingId}`, to: 'file' });
      return { name: `${saved.mappingId}.json`, text };
    },

    'import.begin': ({ hash }, session) =>
      carriedOut(imports.begin(hash, operatorOf(session).operatorId)),
    'import.stop': ({ importId }) => carriedOut(imports.stop(importId)),
    'import.resume': ({ importId }, session) =>
      carriedOut(imports.resume(importId, operatorOf(session).operatorId)),

    'import.left-out': ({ importId, kind, offset }) => {
      if (importId !== null)
        return {
          all: countLeftOut(core.db, importId, kind),
          rows: leftOutOf(core.db, importId, kind, { offset, most: PAGE }),
        };
      const rejected = imports.chosen?.understood?.survey?.rejected ?? [];
      const listed = kind === 'rejected' ? rejected : [];
      return { all: listed.length, rows: listed.slice(offset, offset + PAGE) };
    },
  };
}

function keep(core: DeskCore, session: Parameters<typeof operatorOf>[0], mapping: Mapping) {
  const outcome = core.commit(operatorOf(session).operatorId, () =>
    saveMapping(savedMappings(core.db), {
      name: mapping.title,
      hash: mappingHashOf(mapping),
      mapping,
    }),
  );
  return done(core, outcome, mapping.id);
}

function mappingIn(given: string): Mapping | Refusal {
  const text = given.replace(/^\uFEFF/, '');
  const fault = findJsonFault(text);
  if (fault !== null)
    return refuse('no-json', `Line ${fault.line}: ${fault.why}. Nothing was changed.`);
  const read = readMapping(JSON.parse(text));
  if ('mapping' in read) return read.mapping;
  const [first, ...more] = read.problems;
  const rest = more.length === 0 ? '' : ` There are ${more.length} further faults.`;
  return refuse(
    'no-mapping',
    `The file is no mapping. ${first?.path ?? '$'}: ${first?.message ?? ''} ${first?.remedy ?? ''}${rest}`,
  );
}
