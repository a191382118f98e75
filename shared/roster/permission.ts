import type { Role } from './operator.ts';

/** What a role may do. The door in main asks this table; the renderer only uses it to leave out keys. */
export const PERMISSIONS = {
  'take-calls': ['call-taker', 'dispatcher', 'supervisor', 'clinician'],
  'answer-facts': ['call-taker', 'dispatcher', 'supervisor', 'clinician'],
  'decide-response': ['dispatcher', 'supervisor', 'clinician'],
  /** Who may sign on as the second person for a lowering from L3 or L4. */
  'sign-second': ['dispatcher', 'clinician', 'supervisor'],
  'send-units': ['dispatcher', 'supervisor'],
  /** Who reports a crew heard, asking for back-up or in duress. */
  'watch-crews': ['call-taker', 'dispatcher', 'clinician', 'supervisor'],
  'phone-work': ['clinician'],
  /** Who follows the incidents of others, advises on them, and asks for them. */
  'monitor-calls': ['clinician'],
  /** Who reads the advice and says what becomes of it; a clinician who owns the incident too. */
  'hear-advice': ['call-taker', 'dispatcher', 'clinician', 'supervisor'],
  /** Whose yes or no a nomination and a step-down wait for. */
  'answer-clinician': ['dispatcher', 'supervisor'],
  'read-clinical': ['clinician'],
  /** Substance-use text (42 CFR Part 2). Supervisors review who read it and why, not the text. */
  'read-part-2': ['clinician'],
  /** Criminal-justice text, officer-safety cautions too: never for the unarmed side (invariant 12). */
  'read-justice': ['call-taker', 'dispatcher', 'supervisor'],
  'keep-cautions': ['call-taker', 'dispatcher', 'clinician', 'supervisor'],
  'remove-cautions': ['supervisor'],
  /** Who writes down what somebody consented to, and breaks the glass in an emergency. */
  'keep-consents': ['clinician'],
  /** Who makes a packet for somebody outside: each of what they may read themselves. */
  'share-packet': ['dispatcher', 'clinician', 'supervisor'],
  /** Who sees whom something was disclosed to, and by what. */
  'account-disclosures': ['clinician', 'supervisor'],
  'review-disclosures': ['supervisor'],
  'close-incident': ['dispatcher', 'supervisor', 'clinician'],
  // Never narrower than everybody: an upgrade is not blocked by who presses the key (invariant 1).
  'upgrade-police-ems': ['call-taker', 'dispatcher', 'clinician', 'supervisor', 'admin'],
  /** Who writes, approves and takes back routing policies. */
  'keep-policy': ['supervisor'],
  'review-decisions': ['supervisor'],
  /** Who gave a shift to whom, and who left without. */
  'review-hand-overs': ['supervisor'],
  /** Whose incidents were eligible for an alternative response and got none, and why. */
  'see-ledger': ['supervisor', 'admin'],
  /** The figures of the program, the calls behind each of them, what it costs, and what other hours would do. */
  'see-outcomes': ['supervisor'],
  /** Who looks up whom the center knows from earlier calls, and says who is whom. */
  'know-people': ['call-taker', 'dispatcher', 'clinician', 'supervisor'],
  /** Who searches the directory of services; whoever keeps it too. */
  'search-directory': ['call-taker', 'dispatcher', 'clinician', 'supervisor', 'admin'],
  /** Who imports and exports the directory, and sets what a place can take. */
  'keep-directory': ['supervisor', 'admin'],
  /** Who makes referrals and says what became of them. Which place somebody goes to is clinical. */
  'keep-referrals': ['clinician'],
  'keep-accounts': ['admin'],
  /** Who looks through the audit: who did, read and let go what. It names records, never their words. */
  'read-audit': ['supervisor', 'admin'],
  /** Who sees the accounts, and lets somebody in again who is locked out. */
  'unlock-accounts': ['supervisor', 'admin'],
  // Nobody is without paper on the day the computer does not run.
  'print-paper': ['call-taker', 'dispatcher', 'clinician', 'supervisor', 'admin'],
  'keep-paper': ['supervisor', 'admin'],
  /** Who declares an outage and enters what was worked on paper. */
  'back-enter': ['dispatcher', 'supervisor'],
  /** Who imports, approves and takes back maps of the areas. */
  'keep-areas': ['supervisor', 'admin'],
  /** Who keeps the street table, the grid and the common places. */
  'keep-places': ['supervisor', 'admin'],
  /** Who says what other systems’ words for a call type mean here. */
  'keep-call-types': ['supervisor', 'admin'],
  /** Who installs, approves and takes away the wording of the suicide screen. */
  'keep-screener': ['supervisor', 'admin'],
  'keep-roster': ['supervisor', 'admin'],
  /** Who takes over earlier calls from files, and keeps what the columns of those mean. */
  'keep-imports': ['supervisor', 'admin'],
  /** Who switches on what takes calls from other systems, and looks at what was refused there. */
  'keep-intake-lines': ['supervisor', 'admin'],
  /** Who says how long protected words are kept, holds them, and with a second person shreds what is past it. */
  'keep-retention': ['supervisor', 'admin'],
  /** Who encrypts the store anew, changes how it opens, and prints its recovery key. */
  'keep-store-key': ['admin'],
  /** Who says where copies of the store go, rehearses a restore, and asks for one. */
  'keep-copies': ['supervisor', 'admin'],
  'see-board': ['call-taker', 'dispatcher', 'clinician', 'supervisor', 'admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof PERMISSIONS;

export function may(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}
