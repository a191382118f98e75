/** What somebody could hurt themself with. */
export const MEANS = [
  'firearm',
  'blade',
  'medication',
  'poison',
  'hanging',
  'height',
  'traffic',
  'other',
] as const;
export type Means = (typeof MEANS)[number];

export const MEANS_LABELS: Readonly<Record<Means, string>> = {
  firearm: 'Firearm',
  blade: 'Knife or blade',
  medication: 'Medication',
  poison: 'Poison or chemical',
  hanging: 'Rope or cord',
  height: 'Height',
  traffic: 'Train or traffic',
  other: 'Something else',
};

/** With these somebody else can be hurt as well: whoever comes has to know. */
const WEAPONS: readonly Means[] = ['firearm', 'blade'];

export const ACCESS = ['yes', 'no', 'unknown', 'not-asked'] as const;
export type Access = (typeof ACCESS)[number];

export const ACCESS_LABELS: Readonly<Record<Access, string>> = {
  yes: 'Yes',
  no: 'No',
  unknown: 'Asked, not known',
  'not-asked': 'Not asked',
};

/** What was said about the means, and what was agreed to put distance between them and the person. */
export interface MeansDiscussion {
  readonly means: readonly Means[];
  /** Can the person get to it now? */
  readonly access: Access;
  /** Has the person said that they mean to use it, or have a plan to? */
  readonly meantFor: Access;
  /** Who has it now, or keeps it. */
  readonly heldBy: string;
  /** What was agreed to put distance between it and the person. */
  readonly agreed: string;
  /** What was found when it was asked again; empty until then. */
  readonly recheck: string;
}

export function hasWeapon({ means }: MeansDiscussion): boolean {
  return means.some((each) => WEAPONS.includes(each));
}

export function sayMeans(means: readonly Means[]): string {
  return means.map((each) => MEANS_LABELS[each]).join(', ');
}
