import { SECTION_FORMS, type Packet } from '#shared/disclosure/packet.ts';
import { lineText, NOTHING_RECORDED, packetTime } from '#shared/disclosure/packet-text.ts';
import { RECIPIENT_LABELS } from '#shared/disclosure/recipient.ts';

/** Exactly what the recipient would get, and beside it what stays here and why. */
export function PacketPreviewed({ packet }: { readonly packet: Packet }) {
  const { recipient, sections, leftOut, notice } = packet;
  const to = RECIPIENT_LABELS[recipient];
  return (
    <div className="packet-preview">
      <section aria-label={`Goes to ${to}`}>
        <h3>
          Goes to {to} <span className="packet-as-of">as of {packetTime(packet).slice(11)}</span>
        </h3>
        {sections.length === 0 && (
          <p className="packet-nothing">Nothing may go to them for this purpose.</p>
        )}
        {sections.map(({ id, lines }) => (
          <div key={id} className="packet-section">
            <h4>{SECTION_FORMS[id].title}</h4>
            {lines.length === 0 && <p className="packet-nothing">{NOTHING_RECORDED}</p>}
            {lines.map((line, at) => (
              <p key={at} dir="auto">
                {lineText(line)}
              </p>
            ))}
          </div>
        ))}
        {notice.map((text) => (
          <p key={text} className="packet-notice">
            {text}
          </p>
        ))}
      </section>
      {leftOut.length > 0 && (
        <section aria-label="Stays here" className="packet-left-out">
          <h3>Stays here</h3>
          <ul>
            {leftOut.map(({ id, reason }) => (
              <li key={id}>
                <strong>
                  <span aria-hidden="true">⊘</span> {SECTION_FORMS[id].title}.
                </strong>{' '}
                {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
