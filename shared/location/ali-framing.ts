import { charactersOf, type AliLayout } from './ali-layout.ts';

/** What a stretch of a spill came to. Text is one character for each byte until it is decoded. */
export interface Framed {
  readonly records: readonly string[];
  readonly heartbeats: number;
  /** Characters that belong to no record: noise, half records, what was too long. */
  readonly skipped: number;
}

export interface AliFraming {
  /** Takes what came, in pieces of any size. Never holds more than the longest record and this piece. */
  push(piece: string): Framed;
  /** What is left at the end of a file that ends without its last mark. */
  rest(): string;
}

type Step =
  | { readonly record: string; readonly used: number }
  | { readonly skip: number }
  | { readonly heartbeat: number }
  | null;

/** Finds the records in a stream as the layout delimits them, and its place again after anything else. */
export function aliFraming(layout: AliLayout): AliFraming {
  const { record } = layout;
  if (record.by === 'lines') return lineFraming(layout, record);
  const beat = layout.heartbeat === undefined ? '' : charactersOf(layout.heartbeat.sign);
  const next = record.by === 'marks' ? betweenMarks(record, beat) : ofLength(record);
  let pending = '';
  return {
    push(piece) {
      pending += piece;
      const records: string[] = [];
      let [heartbeats, skipped, at] = [0, 0, 0];
      for (;;) {
        if (beat !== '' && pending.startsWith(beat, at)) {
          heartbeats += 1;
          at += beat.length;
          continue;
        }
        const step: Step = next(pending, at);
        if (step === null) break;
        if ('skip' in step) {
          skipped += step.skip;
          at += step.skip;
        } else if ('heartbeat' in step) at += step.heartbeat;
        else {
          if (step.record.length > 0) records.push(step.record);
          at += step.used;
        }
      }
      pending = pending.slice(at);
      return { records, heartbeats, skipped };
    },
    rest: () => pending,
  };
}

type Marks = Extract<AliLayout['record'], { by: 'marks' }>;
type Length = Extract<AliLayout['record'], { by: 'length' }>;
type Lines = Extract<AliLayout['record'], { by: 'lines' }>;

function betweenMarks(
  { start: startSigns, end: endSigns, most }: Marks,
  beat: string,
): (text: string, at: number) => Step {
  const [start, end] = [charactersOf(startSigns ?? ''), charactersOf(endSigns)];
  return (text, at) => {
    if (at >= text.length) return null;
    if (start !== '' && !text.startsWith(start, at)) {
      const found = text.indexOf(start, at);
      const heart = beat === '' ? -1 : text.indexOf(beat, at);
      const first = heart !== -1 && (found === -1 || heart < found) ? heart : found;
      if (first !== -1) return { skip: first - at };
      // The beginning of a mark may be the end of this piece.
      const safe = text.length - Math.max(start.length, beat.length) + 1;
      return safe > at ? { skip: safe - at } : null;
    }
    const from = at + start.length;
    const close = text.indexOf(end, from);
    const again = start === '' ? -1 : text.indexOf(start, from);
    // A record that begins again before it has ended was cut off.
    if (again !== -1 && (close === -1 || again < close)) return { skip: again - at };
    if (close === -1) return text.length - from > most ? { skip: text.length - at } : null;
    if (close - from > most) return { skip: close + end.length - at };
    return { record: text.slice(from, close), used: close + end.length - at };
  };
}

function ofLength({ bytes, end: endSigns }: Length): (text: string, at: number) => Step {
  const end = charactersOf(endSigns);
  return (text, at) => {
    // What some controllers put between two records.
    if (/[\r\n\0]/u.test(text.charAt(at))) return { heartbeat: 1 };
    // The first end that has a whole record before it; what stands before that is none.
    const close = text.indexOf(end, at + bytes - end.length);
    if (close !== -1) {
      const from = close + end.length - bytes;
      if (from > at) return { skip: from - at };
      return { record: text.slice(at, at + bytes), used: bytes };
    }
    return text.length - at > 2 * bytes ? { skip: text.length - at - bytes } : null;
  };
}

function lineFraming(layout: AliLayout, { lines: count, first, most }: Lines): AliFraming {
  const beat = layout.heartbeat === undefined ? '' : charactersOf(layout.heartbeat.sign);
  let lines: string[] = [];
  let [line, afterReturn] = ['', false];
  const size = () => lines.reduce((sum, each) => sum + each.length + 1, 0);
  return {
    push(piece) {
      const records: string[] = [];
      let [heartbeats, skipped] = [0, 0];
      const finish = () => {
        if (lines.length > 0) records.push(lines.join('\n'));
        lines = [];
      };
      const take = (whole: string) => {
        // A record that is shorter than it should be still says who called.
        if (whole.includes(first)) finish();
        else if (lines.length === 0) {
          if (beat !== '' && whole.includes(beat)) heartbeats += 1;
          else skipped += whole.length;
          return;
        }
        lines.push(whole);
        if (lines.length === count || size() > most) finish();
      };
      for (const sign of piece) {
        if (sign === '\n' && afterReturn) {
          afterReturn = false;
          continue;
        }
        afterReturn = sign === '\r';
        if (sign === '\r' || sign === '\n') {
          take(line);
          line = '';
        } else if (line.length < most) line += sign;
        else skipped += 1;
      }
      return { records, heartbeats, skipped };
    },
    rest: () => [...lines, line].join('\n'),
  };
}
