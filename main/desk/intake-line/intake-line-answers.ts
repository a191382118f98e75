import { createHash, randomBytes } from 'node:crypto';
import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { findIntakeLine, intakeLines } from '#db/board/intake-lines-projection.ts';
import type { IntakeLineView, ShownSetting } from '#shared/board/intake-lines-view.ts';
import { removeLine, replaceToken, seeAttempts, setLine } from '#shared/intake-line/decide-line.ts';
import type { IntakeLine } from '#shared/intake-line/intake-line.ts';
import type { LineSetting } from '#shared/intake-line/line-setting.ts';
import type { IntakeLineId } from '#shared/lib/brand.ts';

/** The lines other systems hand calls over by: who set them how, and how they stand. */
export function intakeLineAnswers(
  core: DeskCore,
): Answers<
  | 'intake-line.all'
  | 'intake-line.set'
  | 'intake-line.remove'
  | 'intake-line.new-token'
  | 'intake-line.see-attempts'
> {
  return {
    'intake-line.all': () => {
      const lines = intakeLines(core.db);
      const known = new Set(lines.map(({ lineId }) => lineId));
      return {
        lines: lines.map((line) => viewOf(core, line)),
        // What a line refused that was removed since stands beside no name.
        refusals: core.lineStandings.refusals.filter(({ lineId }) => known.has(lineId)),
      };
    },

    'intake-line.set': ({ lineId: given, name, on, setting }, session) => {
      const lineId = given ?? (core.options.newId() as IntakeLineId);
      const outcome = core.commit(operatorOf(session).operatorId, () =>
        setLine(intakeLines(core.db), { lineId, name, on, setting }),
      );
      return done(core, outcome, lineId);
    },

    'intake-line.remove': ({ lineId }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () =>
          removeLine(findIntakeLine(core.db, lineId)),
        ),
      ),

    'intake-line.new-token': ({ lineId }, session) => {
      const token = randomBytes(32).toString('base64url');
      const outcome = core.commit(operatorOf(session).operatorId, () =>
        replaceToken(findIntakeLine(core.db, lineId), hashOfToken(token)),
      );
      return done(core, outcome, token);
    },

    'intake-line.see-attempts': ({ lineId }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () =>
          seeAttempts(findIntakeLine(core.db, lineId)),
        ),
      ),
  };
}

/** Of 256 random bits there is nothing to guess, so one round of SHA-256 is as good as a slow one. */
function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function viewOf(core: DeskCore, { setBy, setting, ...line }: IntakeLine): IntakeLineView {
  return {
    ...line,
    setting: shown(setting),
    setByName: core.nameOf(setBy),
    standing: core.lineStandings.of(line.lineId),
  };
}

function shown(setting: LineSetting): ShownSetting {
  if (setting.kind !== 'eido-listener') return setting;
  const { access } = setting;
  return {
    ...setting,
    access: access.by === 'token' ? { by: 'token', made: access.tokenHash !== null } : access,
  };
}
