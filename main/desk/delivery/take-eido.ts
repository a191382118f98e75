import type { DeliveryBatch } from './delivery-batch.ts';
import { localMoment } from '../local-moment.ts';
import { readPidfLo } from '../location/read-pidf-lo.ts';
import { hasDocument, hashOfDocument, keepDocument } from '#db/delivery/kept-documents.ts';
import { callTypeOfTold } from '#shared/call-type/told-type.ts';
import { keyOf } from '#shared/caution/caution.ts';
import type { CautionEvent } from '#shared/caution/caution-events.ts';
import type { Delivered, Delivery } from '#shared/delivery/delivery.ts';
import { newCallOfEido, updateOfEido, type EidoArrival } from '#shared/eido/decide-eido.ts';
import type { EidoDocument } from '#shared/eido/sent-eido.ts';
import type { NewEvent } from '#shared/journal/journal-event.ts';
import type { CallId, CautionId, IncidentId } from '#shared/lib/brand.ts';
import { isRefusal } from '#shared/lib/refusal.ts';
import { saysTheSame, type Fix } from '#shared/location/fix.ts';
import { fixesOf } from '#shared/location/read-location.ts';

const LOCATIONS_MOST = 6;
const FIXES_KEPT = 60;
/** A caution of another center is worth its shift: whoever confirms it here says for how long it counts. */
const CAUTION_DAYS = 1;

/** Takes one incident document: as a new call, as an update of one, or as something that is known. */
export function takeEido(
  batch: DeliveryBatch,
  { from, document: sent }: Extract<Delivery, { kind: 'eido' }>,
): Delivered {
  const { core, now, areaOf } = batch;
  const hash = hashOfDocument(sent.text);
  const taken = batch.eido(sent.id, sent.issuer);
  const call = taken === null ? null : batch.call(taken.callId);
  if (call !== null && hasDocument(core.db, hash))
    return { ok: true, what: 'known', callId: call.callId, incidentId: call.incidentId };
  const fixes = fixesIn(sent, now);
  const document = withCivicAddress(sent, fixes);
  const arrival: EidoArrival = {
    from,
    hash,
    now,
    areaOf,
    callTypeOf: ({ type, callType }) => callTypeOfTold(type, callType, core.callTypes.map()),
  };
  if (taken === null || call === null) {
    const made = batch.newCall();
    batch.write([
      ...newCallOfEido(document, made, arrival),
      ...located(made.callId, null, fixes),
      ...cautioned(batch, document, []),
    ]);
    keepDocument(core.db, hash, sent.text, now);
    return { ok: true, what: 'new-call', callId: made.callId, incidentId: null };
  }
  const { callId, incidentId } = call;
  const events = updateOfEido(document, { call, taken }, arrival);
  if (events.length === 0) return { ok: true, what: 'known', callId, incidentId };
  const room = Math.max(0, FIXES_KEPT - call.fixes.length);
  const fresh = fixes.filter((fix) => !call.fixes.some((known) => saysTheSame(known, fix)));
  batch.write([
    ...events,
    ...located(callId, incidentId, room === 0 ? [] : fresh.slice(-room)),
    ...cautioned(batch, document, taken.said.cautions),
  ]);
  keepDocument(core.db, hash, sent.text, now);
  return { ok: true, what: 'update', callId, incidentId };
}

/** The places of the document, its own last: as the newest it is the one that is shown. */
function fixesIn({ locations, updatedAt }: EidoDocument, now: string): Fix[] {
  return locations
    .slice(0, LOCATIONS_MOST)
    .toReversed()
    .flatMap(({ pidfLo, at }) => {
      const read = pidfLo === null ? null : readPidfLo(pidfLo);
      // What cannot be read as a place is kept in the document, and the call rings all the same.
      if (read === null || isRefusal(read)) return [];
      const said = at ?? updatedAt;
      return fixesOf(read, { source: 'eido', receivedAt: said > now ? now : said });
    });
}

/** Where only the location object has the address, that is the address. */
function withCivicAddress(sent: EidoDocument, fixes: readonly Fix[]): EidoDocument {
  if (sent.said.address !== '') return sent;
  const address = fixes.findLast(({ civic }) => civic !== null)?.civic ?? '';
  return { ...sent, said: { ...sent.said, address } };
}

function located(callId: CallId, incidentId: IncidentId | null, fixes: readonly Fix[]): NewEvent[] {
  return fixes.map((fix) => ({ type: 'call.located', callId, incidentId, fix }));
}

/** What the sender warns of, for the address it names; said by them, and until tomorrow. */
function cautioned(
  { core, now }: DeliveryBatch,
  { said, cautions }: EidoDocument,
  known: readonly string[],
): CautionEvent[] {
  const about = { kind: 'address', address: said.address } as const;
  if (keyOf(about) === '') return [];
  const expires = new Date(Date.parse(now) + CAUTION_DAYS * 86_400_000);
  return cautions
    .filter(({ id }) => !known.includes(id))
    .map(({ kind, text, source }) => ({
      type: 'caution.recorded',
      cautionId: core.options.newId() as CautionId,
      about,
      kind,
      text,
      source: `said by ${said.agency}${source === null ? '' : ` (${source})`}, not confirmed here`,
      expiresOn: localDateOf(core, expires),
    }));
}

function localDateOf(core: DeliveryBatch['core'], at: Date): string {
  return localMoment(at, core.center?.timeZone ?? 'UTC').date;
}
