import { responseLabel, type NameOf } from '../incident-row.ts';
import type { AdviceLine, MonitoringView } from '#shared/board/monitoring-view.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { Advice } from '#shared/phone/monitoring.ts';
import { stepDownRunning, steppedFrom } from '#shared/phone/step-down.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** The clinicians who follow the incident and what they ask, with names. */
export function monitoringView(incident: Incident, policy: Policy, nameOf: NameOf): MonitoringView {
  const { monitors, advice, nomination, stepDown } = incident.monitoring;
  return {
    monitors: monitors.map(({ clinician, since }) => {
      return { operatorId: clinician, name: nameOf(clinician), since };
    }),
    advice: advice.map((each) => adviceLine(each, nameOf)),
    nomination: nomination && {
      ...nomination,
      clinicianName: nameOf(nomination.clinician),
      label: responseLabel(policy, nomination.response),
    },
    stepDown: stepDown && {
      state: stepDown.state,
      clinician: stepDown.clinician,
      clinicianName: nameOf(stepDown.clinician),
      does: stepDown.does,
      units: stepDown.units,
      reason: stepDown.reason,
      since: stepDown.since,
      running: stepDownRunning(stepDown),
      ...steppedFrom(incident, policy),
      place: stepDown.state === 'agreed' ? stepDown.place : '',
      agreedByName: stepDown.state === 'agreed' ? nameOf(stepDown.agreedBy) : null,
    },
  };
}

function adviceLine({ by, seen, answer, ...advice }: Advice, nameOf: NameOf): AdviceLine {
  return {
    ...advice,
    by,
    byName: nameOf(by),
    seen: seen && { at: seen.at, byName: nameOf(seen.by) },
    answer: answer && {
      followed: answer.followed,
      reason: answer.reason,
      at: answer.at,
      byName: nameOf(answer.by),
    },
  };
}
