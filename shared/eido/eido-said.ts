/** A person of the document, in the roles its sender gives them. Who says so is the sender, never this center. */
export interface SaidPerson {
  readonly roles: readonly string[];
  readonly name: string | null;
}

/** A unit of the sender. */
export interface SaidUnit {
  readonly name: string;
  readonly type: string;
  readonly status: string;
}

/** Another incident this one is merged with, split from or linked to. */
export interface SaidLink {
  readonly how: 'REPLACING' | 'REPLACED' | 'SPLIT' | 'PARENT' | 'CHILD' | 'RELATED' | 'UNLINK';
  readonly incident: string;
  readonly why: string | null;
}

/**
 * What a document says of a call and its incident, understood. Null, '' and empty lists: it does not say. In
 * nothing here is anything this center would have found out by itself.
 */
export interface EidoSaid {
  /** How the agency that issued it calls itself. */
  readonly agency: string;
  /** The number people of that agency say aloud. */
  readonly incidentNumber: string | null;
  readonly callback: string | null;
  readonly address: string;
  /** Registry text, and the sender's own code and words. */
  readonly type: {
    readonly registry: string | null;
    readonly code: string | null;
    readonly text: string | null;
  };
  /** Which of our call types that is; null when none is certain. */
  readonly callType: string | null;
  readonly priority: string | null;
  /** Texts of the incident status registry, then the sender's own. */
  readonly status: readonly string[];
  /** When the call began at the sender. */
  readonly startedAt: string | null;
  /** The notes of the call and of the incident, as plain text. */
  readonly words: string;
  readonly people: readonly SaidPerson[];
  readonly dispositions: readonly string[];
  readonly units: readonly SaidUnit[];
  readonly links: readonly SaidLink[];
  /** Ids of its cautions. What they say is kept as cautions, for those who may read them. */
  readonly cautions: readonly string[];
}

/** Whether the sender's own incident is over. */
export function overAt(status: readonly string[]): 'closed' | 'cancelled' | null {
  if (status.some((each) => /^cancell?ed$/iu.test(each))) return 'cancelled';
  return status.some((each) => /^closed$/iu.test(each)) ? 'closed' : null;
}

export type SaidPart = keyof EidoSaid;

/** What of `fresh` is said and was said otherwise before. What it leaves out is not unsaid. */
export function saidAnew(before: EidoSaid, fresh: EidoSaid): SaidPart[] {
  return (Object.keys(fresh) as SaidPart[]).filter(
    (part) =>
      !isUnsaid(fresh[part]) && JSON.stringify(fresh[part]) !== JSON.stringify(before[part]),
  );
}

/** Both together: the fresher where it says something. */
export function saidTogether(before: EidoSaid, fresh: EidoSaid): EidoSaid {
  const said = Object.entries(fresh).filter(([, value]) => !isUnsaid(value));
  return { ...before, ...(Object.fromEntries(said) as Partial<EidoSaid>) };
}

function isUnsaid(value: EidoSaid[SaidPart]): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every((each) => each === null);
}
