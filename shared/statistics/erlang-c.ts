/** What happens to callers who all wait in one line for the same people. */
export interface PhoneWait {
  /** Calls at once on average (erlangs): arrivals times handling time. */
  readonly load: number;
  /** Share of callers who have to wait at all. */
  readonly waits: number;
  /** Share answered within the time that was asked for. */
  readonly within: number;
  /** Mean wait of all callers, those answered at once included; seconds. */
  readonly meanWaitSeconds: number;
  /** Share of their time that those who answer are on a call. */
  readonly occupancy: number;
}

/**
 * The chance that a caller waits, with `servers` people and a load in erlangs (A. K. Erlang, 1917). By the recursion of
 * Erlang's loss formula, which stays exact where the factorials of the textbook form overflow. 1 when the load is
 * more than they can ever work off, and with nobody there.
 */
export function erlangC(load: number, servers: number): number {
  if (load <= 0) return servers > 0 ? 0 : 1;
  if (load >= servers) return 1;
  let blocked = 1;
  for (let count = 1; count <= servers; count += 1)
    blocked = (load * blocked) / (count + load * blocked);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/**
 * How long callers wait for `servers` people; null when the line would grow without end. Nobody hangs up in
 * this model, so it tells longer waits than there are.
 */
export function phoneWait(
  callsPerHour: number,
  handleSeconds: number,
  servers: number,
  withinSeconds: number,
): PhoneWait | null {
  const load = (callsPerHour * handleSeconds) / 3600;
  if (load === 0 && servers > 0)
    return { load, waits: 0, within: 1, meanWaitSeconds: 0, occupancy: 0 };
  if (load >= servers) return null;
  const waits = erlangC(load, servers);
  const spare = servers - load;
  return {
    load,
    waits,
    within: 1 - waits * Math.exp((-spare * withinSeconds) / handleSeconds),
    meanWaitSeconds: (waits * handleSeconds) / spare,
    occupancy: load / servers,
  };
}

/** How few people answer `share` of the callers within that time; 0 where nobody calls. */
export function serversFor(
  callsPerHour: number,
  handleSeconds: number,
  withinSeconds: number,
  share: number,
): number {
  if (callsPerHour === 0) return 0;
  // Of a load of n erlangs, n + 1 is the least that can work, and with every further one the share grows to 1.
  let servers = Math.floor((callsPerHour * handleSeconds) / 3600) + 1;
  while ((phoneWait(callsPerHour, handleSeconds, servers, withinSeconds)?.within ?? 0) < share)
    servers += 1;
  return servers;
}
