/** Where the incident is. The address is as spoken; the area id is from the policy, null outside all. */
export interface Place {
  readonly address: string;
  readonly areaId: string | null;
}
