import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { kitSetting } from '#db/board/paper-projection.ts';
import { refuse } from '#shared/lib/refusal.ts';

/** How the paper kit is printed. The printing itself takes a window: the rim does it. */
export function paperAnswers(
  core: DeskCore,
): Answers<'paper.print' | 'paper.setting' | 'paper.set-kit'> {
  return {
    'paper.print': () =>
      refuse('no-window', 'Printing takes a window: start the console and press Ctrl+P there.'),

    'paper.setting': () => kitSetting(core.db),

    'paper.set-kit': ({ size, everyMinutes }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () => {
          const now = kitSetting(core.db);
          return now.size === size && now.everyMinutes === everyMinutes
            ? []
            : [{ type: 'paper.kit-set', size, everyMinutes }];
        }),
      ),
  };
}
