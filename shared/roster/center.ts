/** The PSAP this console belongs to. */
export interface Center {
  readonly name: string;
  readonly psapId: string;
  /** IANA zone of the center's wall clock: hours of teams are read in it. */
  readonly timeZone: string;
}

export interface CenterEvent extends Center {
  readonly type: 'center.set-up';
}
