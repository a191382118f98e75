import type { IncidentView, TimelineLine } from '#shared/board/incident-view.ts';
import { memo, useEffect, useRef } from 'react';
import { MarkedWords } from '../call-type/marked-words.tsx';
import { wallTime } from '../desk/wall-time.ts';

const KINDS: Readonly<Record<TimelineLine['kind'], string>> = {
  call: 'call',
  fact: 'answer',
  decision: 'decision',
  unit: 'unit',
  phone: 'phone',
  note: 'note',
  clinical: 'clinical',
  'part-2': 'Part 2',
  justice: 'justice',
  alert: 'alert',
};

/** Beside the word, for the eye: this line is not read by everybody. */
const MARKS: Readonly<Partial<Record<TimelineLine['kind'], string>>> = {
  clinical: '◐',
  'part-2': '◆',
  justice: '▣',
};

/** Everything that was done, newest last. It can be read and added to, never edited. */
export function Timeline({ view }: { readonly view: IncidentView }) {
  return <Lines lines={view.timeline} />;
}

const Lines = memo(function Lines({ lines }: { readonly lines: IncidentView['timeline'] }) {
  const frame = useRef<HTMLElement>(null);
  const atEnd = useRef(true);
  const count = lines.length;

  // Follows the newest line, unless the reader scrolled back to look something up.
  useEffect(() => {
    // With the frame that shows the line, so that the page is laid out once and not twice.
    const drawn = requestAnimationFrame(() => {
      const box = frame.current;
      if (box !== null && atEnd.current) box.scrollTop = box.scrollHeight;
    });
    return () => cancelAnimationFrame(drawn);
  }, [count]);

  return (
    <section className="timeline" aria-label="Timeline">
      <h4>Timeline</h4>
      <section
        ref={frame}
        className="timeline-scroll"
        // Without a stop for the Tab key nobody could scroll back without a mouse.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label="Timeline, newest last"
        onScroll={({ currentTarget: box }) => {
          atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 24;
        }}
      >
        <ol>
          {lines.map((line) => (
            <Line key={`${line.seq} ${line.text}`} line={line} />
          ))}
        </ol>
      </section>
    </section>
  );
});

const Line = memo(function Line({ line }: { readonly line: TimelineLine }) {
  return (
    <li data-kind={line.kind}>
      <time dateTime={line.at}>
        {line.entered?.about === true && 'about '}
        {wallTime(line.at, line.entered === undefined)}
      </time>
      <span className="line-kind">
        {MARKS[line.kind] !== undefined && <span aria-hidden="true">{MARKS[line.kind]} </span>}
        {KINDS[line.kind]}
      </span>
      <span className="line-text" dir="auto">
        {line.of !== undefined && <span className="line-of">on {line.of}: </span>}
        {line.struck === true ? (
          <>
            <span className="line-struck">struck: </span>
            <s>{line.text}</s>
          </>
        ) : line.kind === 'note' ? (
          <MarkedWords text={line.text} />
        ) : (
          line.text
        )}{' '}
        <span className="line-by" dir="auto">
          {line.by}
          {line.entered !== undefined && `, entered ${wallTime(line.entered.at)}`}
        </span>
      </span>
    </li>
  );
});
