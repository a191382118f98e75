import { SECTION_FORMS, type Packet, type PacketLine, type PacketSection } from './packet.ts';
import { PURPOSE_LABELS, RECIPIENT_LABELS } from './recipient.ts';
import { wallInZone } from '../roster/zone-moment.ts';

export const NOTHING_RECORDED = 'Nothing is recorded.';

/** “2026-03-03 12:04” on the center's clock. */
export function packetTime({ head, asOf }: Pick<Packet, 'head' | 'asOf'>): string {
  return wallInZone(head.timeZone, Date.parse(asOf)).replace('T', ' ');
}

/** “Said by …, 12:04” stands behind the answer it is about. */
export function lineText({ label, text, said }: PacketLine): string {
  return `${label}: ${text}${said === null ? '' : ` (${said})`}`;
}

/** Who it is for and where it comes from, on every packet. */
export function headLines(packet: Packet): string[] {
  const { head, recipient, purpose } = packet;
  return [
    `For: ${RECIPIENT_LABELS[recipient]}`,
    `Purpose: ${PURPOSE_LABELS[purpose]}`,
    `From: ${head.center} (${head.psapId}), incident ${head.number}`,
    `Made: ${packetTime(packet)} by ${head.madeBy}, ${head.position}`,
  ];
}

function sectionText({ id, lines }: PacketSection): string {
  const said = lines.length === 0 ? [NOTHING_RECORDED] : lines.map(lineText);
  return [SECTION_FORMS[id].title.toUpperCase(), ...said.map(indented)].join('\n');
}

/** Text somebody typed keeps its lines and cannot look like a heading of the form. */
function indented(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => `  ${line}`)
    .join('\n');
}

/**
 * The packet as text: what the preview shows, what is read aloud, and what the digest is taken over. It says
 * nothing of what was left out.
 */
export function packetText(packet: Packet): string {
  const { head, sections, notice } = packet;
  const title = head.training ? 'TRAINING: NOT A REAL CALL\nPACKET' : 'PACKET';
  const parts = [
    [title, ...headLines(packet)].join('\n'),
    ...sections.map(sectionText),
    ...(notice.length === 0 ? [] : [['NOTICE', ...notice.map(indented)].join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}
