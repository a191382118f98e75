import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { callTypeLabel, responseLabel } from '../incident-row.ts';
import { countUnreadEchoes, latestEchoes, type EchoRow } from '#db/board/echoes-projection.ts';
import { findIncidentByNumber } from '#db/board/incidents-projection.ts';
import { referralsOfIncident } from '#db/board/referrals-projection.ts';
import type { EchoLine } from '#shared/board/echo-lines.ts';
import type { echoTopics } from '#shared/contract/echo-topics.ts';
import { dispositionLabel, type DispositionCode } from '#shared/incident/disposition.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { arrivalOf } from '#shared/referral/referral.ts';
import { teamTypeOn } from '#shared/policy/team-type.ts';

/**
 * How incidents ended that the person at the position has put on their way. Whose is never asked: each
 * hears of their own, and nobody ranks anybody by it.
 */
export function echoAnswers(core: DeskCore): Answers<keyof typeof echoTopics> {
  return {
    'echo.list': ({ lines: limit }, session) => {
      const { operatorId } = operatorOf(session);
      const { policy } = core.requirePolicy();
      const { date } = core.local();
      const lines = latestEchoes(core.db, operatorId, limit).map((row) =>
        echoLine(row, policy, date, hasArrived(core, row)),
      );
      return { lines, unread: countUnreadEchoes(core.db, operatorId), ways: waysOf(lines) };
    },

    'echo.unread': (_input, session) => ({
      unread: countUnreadEchoes(core.db, operatorOf(session).operatorId),
    }),

    'echo.read': ({ upTo }, session) => {
      const { operatorId } = operatorOf(session);
      const read = core.commit(operatorId, () =>
        countUnreadEchoes(core.db, operatorId) === 0
          ? []
          : [{ type: 'echo.read', operatorId, upTo }],
      );
      return done(core, read);
    },
  };
}

/** Only where the person was sent on to somebody is there anything left to hear of later. */
const SENT_ON: readonly string[] = ['referred', '988-accepted', 'services-transport'];

/** How it stands and nothing more: which place it was is not for everybody. */
function hasArrived({ db }: DeskCore, { number, disposition }: EchoRow): boolean {
  if (!SENT_ON.includes(disposition)) return false;
  const incident = findIncidentByNumber(db, number);
  const referrals = incident === null ? [] : referralsOfIncident(db, incident.incidentId);
  return referrals.some((each) => arrivalOf(each) !== null);
}

function echoLine(row: EchoRow, policy: Policy, date: string, arrived: boolean): EchoLine {
  const { seq, number, openedAt, minutes, opened, level, response, disposition, unread } = row;
  const teams = (JSON.parse(row.teams) as string[]).map(
    (team) => teamTypeOn(policy, team, date)?.label ?? team,
  );
  return {
    seq,
    number,
    // To the hour: by the minute somebody could be found again.
    hour: `${openedAt.slice(0, 13)}:00:00.000Z`,
    callType: callTypeLabel(policy, row.callType) ?? 'Type not set',
    opened: opened === 1,
    decided:
      level === null || response === null
        ? null
        : { level, response: responseLabel(policy, response) },
    ended: dispositionLabel(disposition as DispositionCode),
    linkageOpen: SENT_ON.includes(disposition) && !arrived,
    arrived,
    teams: row.byPhone === 1 ? ['Clinician by phone', ...teams] : teams,
    minutes,
    read: unread === 0,
  };
}

function waysOf(lines: readonly EchoLine[]): { label: string; incidents: number }[] {
  const ways = new Map<string, number>();
  for (const { ended } of lines) ways.set(ended, (ways.get(ended) ?? 0) + 1);
  return [...ways]
    .map(([label, incidents]) => ({ label, incidents }))
    .sort((a, b) => b.incidents - a.incidents || a.label.localeCompare(b.label));
}
