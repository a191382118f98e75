/** Ids are plain strings on disk and on the wire; the brand keeps a unit id out of a call's place. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };

export type CallId = Brand<string, 'CallId'>;
export type CautionId = Brand<string, 'CautionId'>;
export type CommonPlaceId = Brand<string, 'CommonPlaceId'>;
export type ConsentId = Brand<string, 'ConsentId'>;
export type ContactId = Brand<string, 'ContactId'>;
export type DisclosureId = Brand<string, 'DisclosureId'>;
export type HandOverId = Brand<string, 'HandOverId'>;
export type IncidentId = Brand<string, 'IncidentId'>;
export type IntakeLineId = Brand<string, 'IntakeLineId'>;
export type LegalHoldId = Brand<string, 'LegalHoldId'>;
export type ScreenId = Brand<string, 'ScreenId'>;
export type UnitId = Brand<string, 'UnitId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type PartnerKeyId = Brand<string, 'PartnerKeyId'>;
export type ReferralId = Brand<string, 'ReferralId'>;
export type ServiceId = Brand<string, 'ServiceId'>;
export type ShiftId = Brand<string, 'ShiftId'>;
export type OperatorId = Brand<string, 'OperatorId'>;
