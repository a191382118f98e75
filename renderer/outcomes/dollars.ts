const WHOLE = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});
const CENTS = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** “$1,234”, “−$56”: with a minus that reads as one, and none before nothing. */
export function dollars(amount: number): string {
  const written = WHOLE.format(Math.abs(amount));
  return amount < 0 && written !== '$0' ? `−${written}` : written;
}

/** “$0.97”. */
export function dollarsAndCents(amount: number): string {
  return CENTS.format(amount);
}

export function dollarRange(low: number, high: number): string {
  return `${dollars(low)} to ${dollars(high)}`;
}

/** A number of an assumption: no more digits than it has. */
export function plain(number: number): string {
  return number.toLocaleString('en-US', { maximumFractionDigits: 3 });
}
