import type { FactLine } from '#shared/board/incident-view.ts';
import type { FactTopic } from '#shared/policy/policy.ts';

export const TOPIC_LABELS: Readonly<Record<FactTopic, string>> = {
  medical: 'Medical',
  weapon: 'Weapon',
  violence: 'Violence',
  suicide: 'Suicide',
  situation: 'Situation',
  phone: 'By phone',
  context: 'Context',
};

export interface FactGroup {
  readonly topic: FactTopic;
  readonly lines: readonly FactLine[];
  /** Questions still worth asking. */
  readonly open: number;
}

/** Groups in asking order; a topic stands where its first question does. */
export function groupFacts(lines: readonly FactLine[]): readonly FactGroup[] {
  const topics = [...new Set(lines.map((line) => line.topic))];
  return topics.map((topic) => {
    const own = lines.filter((line) => line.topic === topic);
    return { topic, lines: own, open: own.filter(isOpen).length };
  });
}

/** Not answered, or answered too long ago, and the answer could still change something. */
export function isOpen(line: FactLine): boolean {
  return line.reading === 'not-asked' && !line.settled;
}

/** Neither answered nor worth asking: folded away. */
export function isFolded(line: FactLine): boolean {
  return line.record === null && line.settled;
}

/** The next open question after this one in asking order, going around once; null when none is left. */
export function nextOpen(lines: readonly FactLine[], after: string | null): FactLine | null {
  const at = lines.findIndex((line) => line.id === after);
  const around = [...lines.slice(at + 1), ...lines.slice(0, Math.max(0, at))];
  return around.find(isOpen) ?? null;
}

/** Which group to show first: that of the next question, else the first with an open one, else none. */
export function firstTopic(
  groups: readonly FactGroup[],
  lines: readonly FactLine[],
  next: string | null,
): FactTopic | null {
  const wanted = lines.find((line) => line.id === next)?.topic;
  return wanted ?? groups.find((group) => group.open > 0)?.topic ?? null;
}
