/** Classes of service as NENA shortens them, in words. A center’s own ones are shown as they came. */
const CLASS_LABELS: Readonly<Record<string, string>> = {
  RESD: 'residence',
  BUSN: 'business',
  RPBX: 'residence switchboard',
  BPBX: 'business switchboard',
  CNTX: 'Centrex',
  COIN: 'pay phone',
  MOBL: 'mobile',
  WRLS: 'wireless',
  WPH1: 'wireless Phase I, the tower only',
  WPH2: 'wireless Phase II',
  WDL1: 'wireless, from the device',
  WDL2: 'wireless, from the device',
  WCVC: 'wireless with the address of the caller',
  VOIP: 'internet phone',
  VRES: 'internet phone, residence',
  VBUS: 'internet phone, business',
  VNOM: 'internet phone that moves',
  VMBL: 'internet phone, mobile',
  VENT: 'internet phone, company',
  TLMA: 'vehicle telematics',
};

/** “WPH1, wireless Phase I, the tower only”; the class alone when nobody here knows it. */
export function sayClass(classOfService: string): string {
  const label = CLASS_LABELS[classOfService];
  return label === undefined ? classOfService : `${classOfService}, ${label}`;
}

/** With these the address of the record is that of the tower: nobody is to be sent there. */
const ADDRESS_OF_TOWER: readonly string[] = ['WPH1', 'WPH2', 'WDL1', 'WDL2', 'WRLS', 'MOBL'];

export function isTowerAddress(classOfService: string | null): boolean {
  return classOfService !== null && ADDRESS_OF_TOWER.includes(classOfService);
}

/** Where the point of the record is the tower too. */
export function isTowerOnly(classOfService: string | null): boolean {
  return classOfService === 'WPH1';
}
