import { accountingFile } from './accounting-file.ts';
import { letGo } from './let-go.ts';
import { consentLine, disclosureLine } from './disclosure-view.ts';
import { makePacket, previewOf } from './packet-maker.ts';
import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import type { Session } from '../desk.ts';
import { onIncident } from '../on-incident.ts';
import { consentsOfIncident, findConsent } from '#db/board/consents-projection.ts';
import {
  countUnreviewed,
  disclosuresOfIncident,
  emergencyDisclosures,
  findDisclosure,
} from '#db/board/disclosures-projection.ts';
import { findIncident, incidentNumber } from '#db/board/incidents-projection.ts';
import type { sharingTopics } from '#shared/contract/sharing-topics.ts';
import type { Done } from '#shared/contract/endpoint.ts';
import { giveConsent, revokeConsent } from '#shared/disclosure/decide-consent.ts';
import { readBack, reviewDisclosure } from '#shared/disclosure/decide-disclosure.ts';
import type { DisclosureEvent } from '#shared/disclosure/disclosure-events.ts';
import type { Disclosure } from '#shared/disclosure/disclosure.ts';
import { recordOfIncident } from '#shared/journal/record-of.ts';
import type { ConsentId, DisclosureId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { may } from '#shared/roster/permission.ts';

/** Consents, packets, and what left the center. */
export function sharingAnswers(core: DeskCore): Answers<keyof typeof sharingTopics> {
  const onDisclosure =
    <Input extends { readonly disclosureId: DisclosureId }>(
      decide: (disclosure: Disclosure, input: Input, by: string) => DisclosureEvent[] | Refusal,
    ) =>
    (input: Input, session: Session): Done | Refusal => {
      const by = operatorOf(session).operatorId;
      const outcome = core.commit(by, () => {
        const disclosure = findDisclosure(core.db, input.disclosureId);
        return disclosure === null
          ? refuse('no-disclosure', 'This disclosure is not on the record. Nothing was changed.')
          : decide(disclosure, input, by);
      });
      return done(core, outcome);
    };
  const linesOf = (disclosures: readonly Disclosure[]) =>
    disclosures.map((each) => disclosureLine(core, each));

  return {
    'consent.give': (input, session) => {
      const consentId = core.options.newId() as ConsentId;
      const give = onIncident<typeof input>(core, ({ incidentId }, draft, { now }) =>
        giveConsent(consentId, incidentId, draft, now),
      );
      const given = give(input, session);
      return isRefusal(given) ? given : { ...given, made: consentId };
    },

    'consent.revoke': ({ consentId }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () => {
          const consent = findConsent(core.db, consentId);
          return consent === null
            ? refuse('no-consent', 'This consent is not on the record. Nothing was changed.')
            : revokeConsent(consent);
        }),
      ),

    'sharing.of-incident': ({ incidentId }, session) => {
      const now = core.now().getTime();
      const { role } = operatorOf(session);
      return {
        consents: may(role, 'keep-consents')
          ? consentsOfIncident(core.db, incidentId).map((each) =>
              consentLine(each, core.nameOf, now),
            )
          : [],
        disclosures: linesOf(disclosuresOfIncident(core.db, incidentId)),
      };
    },

    'disclosure.preview': ({ incidentId, ...request }, session) => {
      const incident = findIncident(core.db, incidentId);
      if (incident === null) return refuse('no-incident', 'This incident does not exist here.');
      return previewOf(makePacket(core, incident, request, operatorOf(session)));
    },

    'disclosure.make': (input, session) => byHand(input.way) ?? goes(core, input, session),

    'disclosure.emergency': (input, session) => byHand(input.way) ?? goes(core, input, session),

    'disclosure.read-back': onDisclosure((disclosure, { sections }) =>
      readBack(disclosure, sections),
    ),

    'disclosure.to-review': ({ lines }) => ({
      lines: linesOf(emergencyDisclosures(core.db, lines)),
      waiting: countUnreviewed(core.db),
    }),

    'disclosure.review': onDisclosure((disclosure, { words }, by) =>
      reviewDisclosure(disclosure, words, by),
    ),

    'disclosure.accounting': ({ incidentId }) => {
      const lines = linesOf(disclosuresOfIncident(core.db, incidentId));
      const number = incidentNumber(core.db, incidentId) ?? 0;
      core.readings.leaves({ what: 'accounting', of: recordOfIncident(incidentId), to: 'file' });
      return { fileName: `disclosures-${number}.csv`, csv: accountingFile(lines) };
    },
  };
}

/** Paper and files are made by the rim, which has a window and a folder: see `Desk.letGo`. */
function byHand(way: string): Refusal | null {
  return way === 'read-aloud'
    ? null
    : refuse(
        'no-window',
        'Printing and saving take a window: start the console. On the command line it is desk packet.',
      );
}

function goes(
  core: DeskCore,
  input: Parameters<typeof letGo>[1],
  session: Session,
): Done | Refusal {
  const gone = letGo(core, input, operatorOf(session));
  return isRefusal(gone) ? gone : gone.done;
}
