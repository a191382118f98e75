import type { PacketPreview } from '#shared/board/sharing-view.ts';
import { SECTION_FORMS } from '#shared/disclosure/packet.ts';
import { headLines, NOTHING_RECORDED } from '#shared/disclosure/packet-text.ts';

/** A packet on one sheet: for whom it is, then the fixed form, then what the law says of passing it on. */
export function PacketPage({ preview }: { readonly preview: PacketPreview }) {
  const { packet } = preview;
  const { head, sections, notice } = packet;
  return (
    <main className="packet">
      <header>
        <h1>
          {head.training && <strong>TRAINING: NOT A REAL CALL. </strong>}
          Packet, incident {head.number}
        </h1>
        {headLines(packet).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </header>
      {sections.map(({ id, lines }) => (
        <section key={id} data-section={id}>
          <h2>{SECTION_FORMS[id].title}</h2>
          {lines.length === 0 && <p className="packet-none">{NOTHING_RECORDED}</p>}
          <dl>
            {lines.map(({ label, text, said }, at) => (
              <div key={at}>
                <dt>{label}</dt>
                <dd dir="auto">
                  {text}
                  {said !== null && <span className="packet-said"> ({said})</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {notice.length > 0 && (
        <section className="packet-notice">
          <h2>Notice</h2>
          {notice.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      )}
    </main>
  );
}
