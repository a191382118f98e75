/** How a share figure is called, what its denominator counts, and what it says in one sentence. */
export interface FigureWords {
  readonly label: string;
  readonly of: string;
  readonly means: string;
}

/** Every figure that is a share of calls. Its calls can be asked for by its name and a cell. */
export const SHARE_FIGURES = {
  behavioral: {
    label: 'Behavioral-health calls',
    of: 'calls',
    means:
      'About mental health or substance use by type, by an answer, or because a clinician found it.',
  },
  screened: {
    label: 'Screening complete',
    of: 'behavioral-health calls',
    means: 'Every mandatory question had been asked when somebody decided.',
  },
  eligible: {
    label: 'Eligible',
    of: 'screened calls',
    means: 'An alternative response was recommended.',
  },
  offered: {
    label: 'Offered',
    of: 'eligible calls',
    means: 'A team of the recommended response was in its hours and area.',
  },
  assigned: {
    label: 'Assigned',
    of: 'offered calls',
    means: 'A team was sent, a clinician took the call, or a partner was decided.',
  },
  arrived: {
    label: 'Arrived',
    of: 'assigned calls',
    means: 'The team got there, or the clinician was on the line.',
  },
  contact: {
    label: 'In contact',
    of: 'calls where somebody arrived',
    means: 'They were with the person: it did not end as “no contact”.',
  },
  served: {
    label: 'Served',
    of: 'calls with contact',
    means: 'Services were given or somebody took over; refused or lost is not served.',
  },
  linked: {
    label: 'Linked',
    of: 'calls served',
    means: 'The receiving place confirmed within 30 days that the person came.',
  },
  capture: {
    label: 'Capture',
    of: 'eligible calls',
    means: 'An alternative response was sent to them.',
  },
  unserved: {
    label: 'Eligible and unserved',
    of: 'eligible calls',
    means: 'No alternative response was sent. Each has a reason.',
  },
  'first-found-by-type': {
    label: 'Found by type',
    of: 'behavioral-health calls',
    means: 'The call type alone says it.',
  },
  'first-found-by-answer': {
    label: 'Found by an answer',
    of: 'behavioral-health calls',
    means: 'The type does not say it; an answer or the recommendation does.',
  },
  'first-found-by-clinician': {
    label: 'Found by a clinician',
    of: 'behavioral-health calls',
    means: 'Neither type nor answers say it; a clinician took it or asked for it.',
  },
  override: {
    label: 'Overrides',
    of: 'calls decided on a recommendation',
    means: 'The first decision was not the recommended response.',
  },
  'override-up': {
    label: 'Overrides that send more',
    of: 'calls decided on a recommendation',
    means: 'The first decision was at a higher level than recommended.',
  },
  'override-down': {
    label: 'Overrides that send less',
    of: 'calls decided on a recommendation',
    means: 'The first decision was at a lower level than recommended.',
  },
  'override-same': {
    label: 'Overrides at the same level',
    of: 'calls decided on a recommendation',
    means: 'Another response at the recommended level.',
  },
  'harmful-override': {
    label: 'Harmful overrides',
    of: 'overrides that did not send more',
    means:
      'Later it needed a higher level than decided, back-up, or danger was found. All are reviewed.',
  },
  'back-up': {
    label: 'Back-up requests',
    of: 'arrivals of an unarmed team',
    means: 'Police were asked for after the team had arrived.',
  },
  upgrade: {
    label: 'Unplanned upgrades',
    of: 'calls decided',
    means: 'It needed a higher level later than the first decision gave it.',
  },
  'under-triage': {
    label: 'Under-triage',
    of: 'calls decided at L2 or below',
    means: 'It needed L4 before it ended.',
  },
  'over-triage': {
    label: 'Over-triage',
    of: 'calls decided at L3 or L4',
    means: 'Who went found no violence, no weapon and no injury.',
  },
  'non-police': {
    label: 'Resolved without police',
    of: 'eligible calls that are closed',
    means: 'No police unit was on the scene.',
  },
  'no-contact': {
    label: 'Not found',
    of: 'calls where somebody arrived',
    means: 'It ended as “no contact with individual in crisis”.',
  },
  'phone-24-hours': {
    label: 'Resolved by phone, 24 hours',
    of: 'calls a clinician ended by phone',
    means: 'No further 911 call by the same confirmed person or callback number within 24 hours.',
  },
  'phone-7-days': {
    label: 'Resolved by phone, 7 days',
    of: 'calls a clinician ended by phone',
    means: 'No further 911 call by the same confirmed person or callback number within 7 days.',
  },
  'hospital-transfer': {
    label: 'Transfers to hospital',
    of: 'calls with contact',
    means: 'It ended as “services and transfer to hospital”.',
  },
  'police-sent': {
    label: 'Police on the scene',
    of: 'behavioral-health calls',
    means: 'A police unit was on the scene, alone or in a co-response.',
  },
  'arrived-in-an-hour': {
    label: 'Reached within 60 minutes',
    of: 'behavioral-health calls somebody was sent to',
    means: 'From receiving the call to the first unit on the scene.',
  },
} as const satisfies Readonly<Record<string, FigureWords>>;

export type ShareFigure = keyof typeof SHARE_FIGURES;
export const SHARE_FIGURE_IDS = Object.keys(SHARE_FIGURES) as [ShareFigure, ...ShareFigure[]];

/** By what calls are told apart. */
export const CUTS = ['week', 'hour', 'area', 'call-type', 'language', 'age-band'] as const;
export type Cut = (typeof CUTS)[number];

/** The two ends of an interval of time that is measured, and what is asked of it. */
export interface TimeWords {
  readonly label: string;
  readonly means: string;
  /** So many within so many seconds. Empty where no standard holds. */
  readonly standards: readonly {
    readonly seconds: number;
    readonly wanted: number;
    readonly source: string;
  }[];
}

export const TIME_FIGURES = {
  answer: {
    label: 'Answer',
    means: 'From receiving a call to answering it.',
    standards: [
      { seconds: 15, wanted: 0.9, source: 'NENA-STA-020.1' },
      { seconds: 20, wanted: 0.95, source: 'NENA-STA-020.1' },
    ],
  },
  'first-unit': {
    label: 'Answered to first unit',
    means: 'From answering a call to sending the first unit.',
    standards: [{ seconds: 60, wanted: 0.9, source: 'NFPA 1225' }],
  },
  clinician: {
    label: 'Clinician contact',
    means: 'From the decision for a clinician to the first one on the line.',
    standards: [{ seconds: 120, wanted: 0.9, source: 'center' }],
  },
  decision: {
    label: 'Questions and decision',
    means: 'From answering a call to the first decision.',
    standards: [],
  },
  queue: {
    label: 'Wait for a unit',
    means: 'From the first decision to sending the first unit.',
    standards: [],
  },
  turnout: {
    label: 'Assigned to en route',
    means: 'From sending the first unit to a unit on its way.',
    standards: [],
  },
  travel: {
    label: 'Travel',
    means: 'From a unit on its way to the first one on the scene.',
    standards: [],
  },
  response: {
    label: 'Received to on scene',
    means: 'From receiving a call to the first unit on the scene.',
    standards: [
      { seconds: 3600, wanted: 0.9, source: 'CESSA working figure; the regional maximum governs' },
    ],
  },
  scene: {
    label: 'On scene to clear',
    means: 'From the first unit on the scene to the last one that left.',
    standards: [],
  },
  clear: {
    label: 'Received to clear',
    means: 'From receiving a call to the last unit that left.',
    standards: [],
  },
  transfer: {
    label: 'Transfer accepted',
    means: 'From the start of a warm transfer to its acceptance.',
    standards: [],
  },
} as const satisfies Readonly<Record<string, TimeWords>>;

export type TimeFigure = keyof typeof TIME_FIGURES;
export const TIME_FIGURE_IDS = Object.keys(TIME_FIGURES) as [TimeFigure, ...TimeFigure[]];
