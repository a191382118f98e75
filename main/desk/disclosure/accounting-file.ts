import type { DisclosureLine } from '#shared/board/sharing-view.ts';
import { DISCLOSURE_WAY_LABELS } from '#shared/disclosure/disclosure.ts';
import { csvText } from '#shared/lib/csv-line.ts';
import { PURPOSE_LABELS, RECIPIENT_LABELS } from '#shared/disclosure/recipient.ts';

const COLUMNS = [
  'at',
  'by',
  'recipient',
  'to',
  'purpose',
  'nature',
  'basis',
  'way',
  'emergency',
  'reviewed',
  'digest',
] as const;

/** The accounting of disclosures as CSV (RFC 4180): who, when, to whom, what, by what; no words of it. */
export function accountingFile(lines: readonly DisclosureLine[]): string {
  const rows = lines.map((line) => [
    line.at,
    line.byName,
    RECIPIENT_LABELS[line.recipient],
    line.to,
    PURPOSE_LABELS[line.purpose],
    line.nature.join('; '),
    line.basis.join('; '),
    DISCLOSURE_WAY_LABELS[line.way],
    line.emergency ?? '',
    line.reviewed === null ? '' : `${line.reviewed.byName}: ${line.reviewed.words}`,
    line.digest,
  ]);
  return csvText([COLUMNS, ...rows]);
}
