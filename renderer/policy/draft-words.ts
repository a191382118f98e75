import type { Examination, PolicyVersionLine } from '#shared/policy/workshop-view.ts';
import { deskStore } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';

export interface DraftState {
  readonly kind: 'checking' | 'same' | 'proved' | 'unproved' | 'unreadable';
  readonly says: string;
}

export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}

/** The state of the draft in one line. */
export function draftState(
  examination: Examination | null,
  changed: boolean,
  fresh: boolean,
): DraftState {
  if (examination === null || !fresh) return { kind: 'checking', says: 'Being proved …' };
  const { problems, differences, verdict } = examination;
  if (problems.length > 0 || verdict === null)
    return {
      kind: 'unreadable',
      says: `Not readable as a policy: ${counted(problems.length, 'problem')}`,
    };
  if (!verdict.proved)
    return {
      kind: 'unproved',
      says: `Not proved: ${counted(verdict.violations.length, 'counter-example')}`,
    };
  const proved = `proved for ${combinationsText(verdict.combinations)} combinations in ${msText(verdict.ms)}`;
  if (!changed) return { kind: 'same', says: `Not changed · ${proved}` };
  return { kind: 'proved', says: `${counted(differences.length, 'change')} · ${proved}` };
}

/** What a screen reader hears after each examination. */
export function spokenState(examination: Examination, changed: boolean): string {
  const { problems, verdict } = examination;
  const [problem] = problems;
  if (problem !== undefined || verdict === null)
    return `${draftState(examination, changed, true).says}. ${problem?.message ?? ''}`.trim();
  const [violation] = verdict.violations;
  if (!verdict.proved)
    return `Not proved: ${counted(verdict.violations.length, 'counter-example')}. ${violation?.says ?? ''}`.trim();
  return 'Proved.';
}

/** Why this draft cannot be published now; null when it can. */
export function publishBar(
  examination: Examination | null,
  changed: boolean,
  fresh: boolean,
  {
    proposal,
    scheduled,
  }: {
    readonly proposal: { readonly proposedByName: string } | null;
    readonly scheduled: { readonly version: string } | null;
  },
): string | null {
  if (!changed) return 'Nothing is changed yet.';
  if (examination === null || !fresh) return 'It is being proved; that takes a moment.';
  if (examination.problems.length > 0 || examination.verdict === null)
    return `It is not readable as a policy: ${counted(examination.problems.length, 'problem')} to solve first.`;
  if (!examination.verdict.proved)
    return `It is not proved: ${counted(examination.verdict.violations.length, 'counter-example')} to solve first.`;
  if (proposal !== null)
    return `A proposal of ${proposal.proposedByName} waits: it is signed or declined first.`;
  if (scheduled !== null)
    return `${scheduled.version} is scheduled: call it off, or publish once it is in force.`;
  return null;
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** "240000000000000000" becomes "2.4 × 10¹⁷"; up to a million is written out. */
export function combinationsText(text: string): string {
  const digits = text.replaceAll(/[,_\s]/g, '');
  if (!/^\d+$/.test(digits)) return text.replace(/\^(\d+)/, (_, power: string) => raised(power));
  const plain = digits.replace(/^0+(?=\d)/, '');
  if (plain.length <= 7) return Number(plain).toLocaleString('en-US');
  const exponent = plain.length - 1;
  return `${plain[0]}.${plain[1]} × 10${raised(String(exponent))}`;
}

function raised(power: string): string {
  return [...power].map((digit) => SUPERSCRIPT[Number(digit)] ?? '').join('');
}

export function msText(ms: number): string {
  if (ms < 1) return 'less than 1 ms';
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

const days = new Map<string, Intl.DateTimeFormat>();

/** "3 Mar 2026, 14:00" on the center's clock. */
export function momentText(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return 'at an unknown time';
  const zone = deskStore.getState().hello?.center?.timeZone ?? 'UTC';
  let format = days.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: zone,
    });
    days.set(zone, format);
  }
  return `${format.format(date)}, ${wallTime(at)}`;
}

/** Who stands behind a policy: "proposed by Sam Whitfield, approved by Ada Moss". */
export function signedBy({ how, proposedByName, approvedByName }: PolicyVersionLine): string {
  if (how === 'shipped') return 'came with the desk';
  if (how === 'rolled-back')
    return `stepped back to by ${approvedByName ?? proposedByName ?? 'somebody'}`;
  const proposed = proposedByName === null ? '' : `proposed by ${proposedByName}`;
  const approved = approvedByName === null ? '' : `approved by ${approvedByName}`;
  return [proposed, approved].filter((part) => part !== '').join(', ');
}

/** The line of the history that is in force now; null when the history does not hold it. */
export function lineInForce(history: readonly PolicyVersionLine[]): PolicyVersionLine | null {
  return history.find(({ state }) => state === 'in-force') ?? null;
}
