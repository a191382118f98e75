/** What a center keeps about itself, and about nobody who calls. */
export const TABLES_OF_THE_CENTER = {
  'areas.adopted': 'dispatch',
  'areas.declined': 'dispatch',
  'areas.proposed': 'dispatch',
  'areas.withdrawn': 'dispatch',
  'common-place.removed': 'dispatch',
  'common-place.set': 'dispatch',
  'costs.set': 'dispatch',
  'costs.withdrawn': 'dispatch',
  'directory.adopted': 'dispatch',
  'directory.withdrawn': 'dispatch',
  'street-grid.set': 'dispatch',
  'street-table.adopted': 'dispatch',
  'street-table.withdrawn': 'dispatch',
} as const;
