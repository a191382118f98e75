import { z } from 'zod';
import { command, query } from './endpoint.ts';
import { id, incidentId, line, onIncident } from './input-parts.ts';
import type {
  AccountingFile,
  DisclosureReview,
  IncidentSharing,
  PacketPreview,
} from '../board/sharing-view.ts';
import {
  CONSENT_PARTITIONS,
  CONSENT_WAYS,
  CONSENTERS,
  LONGEST_CONSENT_HOURS,
} from '../disclosure/consent.ts';
import { SECTIONS } from '../disclosure/packet.ts';
import { CONSENT_PURPOSES, PURPOSES, RECIPIENTS } from '../disclosure/recipient.ts';
import type { ConsentId, DisclosureId } from '../lib/brand.ts';

const recipient = z.enum(RECIPIENTS);
const consentId = id<ConsentId>();
const disclosureId = id<DisclosureId>();
const instant = z.iso.datetime();
/** Id of the policy's receiver, where the recipient is one of its lines. */
const receiver = line.max(64).nullable();
const digest = z.string().regex(/^[0-9a-f]{64}$/u, 'not a digest');

/** How a packet leaves the center by somebody's hand; `transfer` is written by the transfer itself. */
export const HANDED = ['read-aloud', 'printed', 'eido', 'text'] as const;

/** Consents, the packet that is cut by them, and what left the center. */
export const sharingTopics = {
  'consent.give': command(
    'keep-consents',
    z.strictObject({
      incidentId,
      consenter: z.enum(CONSENTERS),
      recipient,
      partitions: z.array(z.enum(CONSENT_PARTITIONS)).max(CONSENT_PARTITIONS.length),
      purposes: z.array(z.enum(CONSENT_PURPOSES)).max(CONSENT_PURPOSES.length),
      way: z.enum(CONSENT_WAYS),
      hours: z.int().min(1).max(LONGEST_CONSENT_HOURS),
    }),
  ),
  'consent.revoke': command('keep-consents', z.strictObject({ consentId })),
  /** What was agreed and what went, of one incident. */
  'sharing.of-incident': query<IncidentSharing>()('account-disclosures', onIncident),
  /** Exactly what this recipient would get from whoever asks, for this purpose. */
  'disclosure.preview': query<PacketPreview>()(
    'share-packet',
    z.strictObject({ incidentId, recipient, receiver, purpose: z.enum(PURPOSES) }),
  ),
  /** Lets go what was previewed. Print and file take a window; the answer names the file. */
  'disclosure.make': command(
    'share-packet',
    z.strictObject({
      incidentId,
      recipient,
      receiver,
      purpose: z.enum(CONSENT_PURPOSES),
      to: line,
      way: z.enum(HANDED),
      seen: z.strictObject({ asOf: instant, digest }),
    }),
  ),
  /** Break-glass: one step, nothing looked at first, on the record at once. */
  'disclosure.emergency': command(
    'keep-consents',
    z.strictObject({ incidentId, recipient, to: line, why: line, way: z.enum(HANDED) }),
  ),
  'disclosure.read-back': command(
    'share-packet',
    z.strictObject({ disclosureId, sections: z.array(z.enum(SECTIONS)).max(SECTIONS.length) }),
  ),
  'disclosure.to-review': query<DisclosureReview>()(
    'review-disclosures',
    z.strictObject({ lines: z.int().min(1).max(500) }),
  ),
  'disclosure.review': command('review-disclosures', z.strictObject({ disclosureId, words: line })),
  /** The accounting of disclosures of one incident, as a table. */
  'disclosure.accounting': query<AccountingFile>()('account-disclosures', onIncident),
} as const;
