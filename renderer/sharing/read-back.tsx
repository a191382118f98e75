import { useState } from 'react';
import { SECTION_FORMS, type PacketSection, type SectionId } from '#shared/disclosure/packet.ts';
import { lineText, NOTHING_RECORDED } from '#shared/disclosure/packet-text.ts';
import type { DisclosureId } from '#shared/lib/brand.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';

/** What has just gone, as it was previewed. */
export interface Reading {
  readonly disclosureId: DisclosureId;
  readonly sections: readonly PacketSection[];
}

/** Read aloud, section by section; each is checked when the receiver says it back rightly. */
export function ReadBack({
  disclosureId,
  sections,
  onDone,
}: Reading & { readonly onDone: () => void }) {
  const [heard, setHeard] = useState<readonly SectionId[]>([]);
  const record = useCommand('disclosure.read-back');
  const first = useFirstFocus<HTMLInputElement>();

  async function write() {
    const done = await record.give({ disclosureId, sections: [...heard] });
    if (done !== null) onDone();
  }

  return (
    <section className="read-back" aria-label="Read aloud and read back">
      <p role="status">
        It is on the record as shared. Read each part; check it when they say it back rightly.
      </p>
      <ul>
        {sections.map(({ id, lines }, at) => (
          <li key={id}>
            <label>
              <input
                ref={at === 0 ? first : undefined}
                type="checkbox"
                checked={heard.includes(id)}
                onChange={(event) =>
                  setHeard(
                    event.target.checked ? [...heard, id] : heard.filter((each) => each !== id),
                  )
                }
              />{' '}
              {SECTION_FORMS[id].title}
            </label>
            {lines.length === 0 && <p>{NOTHING_RECORDED}</p>}
            {lines.map((line, place) => (
              <p key={place} dir="auto">
                {lineText(line)}
              </p>
            ))}
          </li>
        ))}
      </ul>
      <Refused refusal={record.refusal} />
      <div className="button-row">
        <Button tone="primary" aria-disabled={record.busy} onClick={() => void write()}>
          Read back: {heard.length} of {sections.length}
        </Button>
        <Button tone="quiet" onClick={onDone}>
          Not read back
        </Button>
      </div>
    </section>
  );
}
