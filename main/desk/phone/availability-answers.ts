import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { isLanguage } from '#shared/unit/language.ts';
import { refuse } from '#shared/lib/refusal.ts';

type AvailabilityTopic = 'operator.set-availability' | 'operator.note-languages';

/** What a clinician says of themselves: whether calls are offered to them, and in which languages. */
export function availabilityAnswers(core: DeskCore): Answers<AvailabilityTopic> {
  return {
    'operator.set-availability': ({ availability, reason }, session) => {
      const { operatorId } = operatorOf(session);
      const text = reason?.trim() ?? '';
      return done(
        core,
        core.commit(operatorId, () => {
          const mine = core.present.find(({ operator }) => operator.operatorId === operatorId);
          if (mine === undefined)
            return refuse(
              'not-signed-on',
              'This desk does not know that you are signed on. Sign on again; calls are offered to you then.',
            );
          const { standing } = mine;
          const said = text === '' ? null : text;
          if (standing.availability === availability && standing.reason === said) return [];
          return [
            {
              type: 'operator.availability-changed',
              operatorId,
              availability,
              reason: said,
              why: 'said',
            },
          ];
        }),
      );
    },

    'operator.note-languages': ({ languages }, session) => {
      const { operatorId } = operatorOf(session);
      const unknown = languages.find((tag) => !isLanguage(tag));
      if (unknown !== undefined)
        return refuse(
          'unknown-language',
          `“${unknown}” is no language this desk knows. Nothing was noted.`,
        );
      return done(
        core,
        core.commit(operatorId, () => {
          const noted = core.operators.get(operatorId)?.languages ?? [];
          const same = [...noted].sort().join() === [...languages].sort().join();
          return same ? [] : [{ type: 'operator.languages-noted', operatorId, languages }];
        }),
      );
    },
  };
}
