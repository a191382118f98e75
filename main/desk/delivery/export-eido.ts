import { hashOfDocument, keptDocument } from '#db/delivery/kept-documents.ts';
import { documentsOfCall, eidoOfCall } from '#db/board/eidos-projection.ts';
import type { DeskCore } from '../desk-core.ts';
import { makePacket } from '../disclosure/packet-maker.ts';
import { findIncident } from '#db/board/incidents-projection.ts';
import { answerEido } from '#shared/eido/answer-eido.ts';
import { isComponent, type Component } from '#shared/eido/components.ts';
import { parseExact, writeExact } from '#shared/eido/exact-json.ts';
import { mergeEidos } from '#shared/eido/merge-eidos.ts';
import { eidoOfPacket } from '#shared/eido/packet-eido.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { DESK_OPERATOR, type Operator } from '#shared/roster/operator.ts';

export interface ExportedEido {
  readonly text: string;
  /** The agency it answers; null when the incident did not come as a document. */
  readonly answers: string | null;
}

/**
 * An incident as a document of the standard: the dispatch record of it and nothing else, whoever asks. What is
 * protected goes by a packet, to somebody who may have it. Where the incident came as a document, that
 * document is given back with ours laid over it. It is on the record before anybody has it.
 */
export function exportEido(
  core: DeskCore,
  incidentId: IncidentId,
  by: Operator | null,
): ExportedEido | Refusal {
  let made: ExportedEido | null = null;
  const outcome = core.commit(by?.operatorId ?? DESK_OPERATOR, () => {
    const incident = findIncident(core.db, incidentId);
    if (incident === null) return refuse('no-incident', 'This incident does not exist here.');
    const maker = { ...(by ?? DESK_ITSELF), role: 'admin' } as const;
    const packet = makePacket(core, incident, FOR_DISPATCH, maker);
    const ours = eidoOfPacket(packet);
    const taken = eidoOfCall(core.db, incident.callId);
    const theirs =
      taken === null ? null : theirAccount(core, documentsOfCall(core.db, incident.callId));
    const text = `${writeExact(theirs === null ? ours : answerEido(theirs, ours))}\n`;
    made = { text, answers: taken?.said.agency ?? null };
    return [
      {
        type: 'incident.exported',
        incidentId,
        fileDigest: hashOfDocument(text),
        answers: made.answers,
      },
    ];
  });
  if (isRefusal(outcome)) return outcome;
  if (made === null) throw new Error('An export was written without its document.');
  return made;
}

/** Read with the eyes of somebody who reads the dispatch record only. */
const DESK_ITSELF: Operator = {
  operatorId: DESK_OPERATOR,
  name: 'CareDesk',
  role: 'admin',
  active: true,
};
const FOR_DISPATCH = { recipient: 'dispatch', receiver: null, purpose: 'response' } as const;

/** Everything the sender has sent of the incident, the later over the earlier. */
function theirAccount(core: DeskCore, hashes: readonly string[]): Component | null {
  let account: Component | null = null;
  for (const hash of hashes) {
    const text = keptDocument(core.db, hash);
    const sent = text === null ? null : parseExact(text);
    if (isComponent(sent)) account = account === null ? sent : mergeEidos(account, sent);
  }
  return account;
}
