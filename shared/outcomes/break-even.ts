/** A month of a year that has leap days. */
export const DAYS_A_MONTH = 365.25 / 12;

/** From how many contacts a month on what is avoided pays what is paid anyway. */
export interface BreakEven {
  readonly fixedPerMonth: number;
  readonly avoidedPerContact: number;
  readonly marginalPerContact: number;
  /** How many there are now. */
  readonly contactsPerMonth: number;
  /** Null: never, because one contact more costs as much as it avoids, or more. */
  readonly needed: number | null;
}

export function breakEven(
  {
    cost,
    fixed,
    avoided,
  }: { readonly cost: number; readonly fixed: number; readonly avoided: number },
  contacts: number,
  days: number,
): BreakEven | null {
  if (contacts === 0 || days <= 0) return null;
  const months = days / DAYS_A_MONTH;
  const [fixedPerMonth, avoidedPerContact] = [fixed / months, avoided / contacts];
  const marginalPerContact = (cost - fixed) / contacts;
  const gain = avoidedPerContact - marginalPerContact;
  return {
    fixedPerMonth,
    avoidedPerContact,
    marginalPerContact,
    contactsPerMonth: contacts / months,
    needed: gain > 0 ? fixedPerMonth / gain : null,
  };
}
