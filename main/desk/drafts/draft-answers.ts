import type { Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { refuse } from '#shared/lib/refusal.ts';

type DraftTopic = 'draft.save' | 'draft.all';

/** Text half typed: each operator's own, and nobody else's. */
export function draftAnswers(core: DeskCore): Answers<DraftTopic> {
  return {
    'draft.save': ({ typist, typedAt, ...typed }, session) => {
      const { operatorId } = operatorOf(session);
      // Typed by somebody who has left meanwhile: theirs is never kept as the next person's.
      if (typist !== undefined && typist !== operatorId)
        return refuse(
          'another-typist',
          `${core.nameOf(typist)} typed this and is not signed on here. Nothing was kept under another name.`,
        );
      const savedAt = typedAt ?? core.now().toISOString();
      core.drafts.save(operatorId, { ...typed, savedAt }, session);
      return { seq: core.journal.head() };
    },

    'draft.all': (_input, session) => core.drafts.of(operatorOf(session).operatorId),
  };
}
