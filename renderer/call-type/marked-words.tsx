import { Fragment, memo } from 'react';
import { mentionsIn, type Mention } from '#shared/call-type/narrative-nexus.ts';
import { MEANINGS } from '#shared/call-type/narrative-rules.ts';
import './words-flag.css';

/** A text with the phrases of the list marked in it, each with what it may speak of. */
export const MarkedWords = memo(function MarkedWords({ text }: { readonly text: string }) {
  const mentions = apart(mentionsIn(text));
  if (mentions.length === 0) return text;
  const [first] = mentions;
  return (
    <>
      {text.slice(0, first?.from)}
      {mentions.map((mention, i) => (
        <Fragment key={mention.from}>
          <mark
            className="said"
            data-denied={mention.denied}
            title={`May speak of ${MEANINGS[mention.means]}`}
          >
            {text.slice(mention.from, mention.to)}
          </mark>
          {text.slice(mention.to, mentions[i + 1]?.from)}
        </Fragment>
      ))}
    </>
  );
});

/** In their order, and none inside another. */
function apart(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions.toSorted((a, b) => a.from - b.from || b.to - a.to))
    if (mention.from >= (kept.at(-1)?.to ?? 0)) kept.push(mention);
  return kept;
}
