/** An invented call of another system's export, told apart by its number. */
export function pastCallNumbered(n: number, callType: string) {
  return {
    key: `mesa/${n}`,
    preset: 'mesa',
    recordNumber: `${n}`,
    receivedLocal: `2024-05-0${n + 1}T10:00:00`,
    closedLocal: null,
    rawType: 'SUBJECT DISTURBING',
    callType,
    priority: null,
    address: '10 E MAIN',
    latitude: null,
    longitude: null,
    agency: null,
    disposition: null,
    rowHash: `hash ${n}`,
  };
}
