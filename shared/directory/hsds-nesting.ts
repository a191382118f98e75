import type { TableName } from './hsds-tables.ts';

/** A member of a JSON object that holds rows of another table, which name this row in a column of theirs. */
export interface ChildMember {
  readonly member: string;
  readonly table: TableName;
  readonly by: string;
}

/** A member that holds the one row this row names in a column of its own. */
export interface OwnMember {
  readonly member: string;
  readonly table: TableName;
  readonly column: string;
}

const many = (member: string, table: TableName, by: string): ChildMember => ({ member, table, by });
const EVERYWHERE = [
  many('attributes', 'attribute', 'link_id'),
  many('metadata', 'metadata', 'resource_id'),
];

/** How rows stand inside one another in JSON. */
export const CHILDREN: Readonly<Partial<Record<TableName, readonly ChildMember[]>>> = {
  organization: [
    many('funding', 'funding', 'organization_id'),
    many('contacts', 'contact', 'organization_id'),
    many('phones', 'phone', 'organization_id'),
    many('locations', 'location', 'organization_id'),
    many('programs', 'program', 'organization_id'),
    many('organization_identifiers', 'organization_identifier', 'organization_id'),
    many('services', 'service', 'organization_id'),
  ],
  service: [
    many('phones', 'phone', 'service_id'),
    many('schedules', 'schedule', 'service_id'),
    many('service_areas', 'service_area', 'service_id'),
    many('service_at_locations', 'service_at_location', 'service_id'),
    many('languages', 'language', 'service_id'),
    many('funding', 'funding', 'service_id'),
    many('cost_options', 'cost_option', 'service_id'),
    many('required_documents', 'required_document', 'service_id'),
    many('contacts', 'contact', 'service_id'),
  ],
  service_at_location: [
    many('contacts', 'contact', 'service_at_location_id'),
    many('phones', 'phone', 'service_at_location_id'),
    many('schedules', 'schedule', 'service_at_location_id'),
  ],
  location: [
    many('languages', 'language', 'location_id'),
    many('addresses', 'address', 'location_id'),
    many('contacts', 'contact', 'location_id'),
    many('accessibility', 'accessibility', 'location_id'),
    many('phones', 'phone', 'location_id'),
    many('schedules', 'schedule', 'location_id'),
  ],
  contact: [many('phones', 'phone', 'contact_id')],
  phone: [many('languages', 'language', 'phone_id')],
};

export const OWN: Readonly<Partial<Record<TableName, readonly OwnMember[]>>> = {
  service: [
    { member: 'organization', table: 'organization', column: 'organization_id' },
    { member: 'program', table: 'program', column: 'program_id' },
  ],
  service_at_location: [
    { member: 'location', table: 'location', column: 'location_id' },
    { member: 'service', table: 'service', column: 'service_id' },
  ],
  attribute: [{ member: 'taxonomy_term', table: 'taxonomy_term', column: 'taxonomy_term_id' }],
  taxonomy_term: [{ member: 'taxonomy_detail', table: 'taxonomy', column: 'taxonomy_id' }],
};

/** Every row may carry attributes and the history of its changes. */
export function childrenOf(table: TableName): readonly ChildMember[] {
  return [...(CHILDREN[table] ?? []), ...EVERYWHERE];
}
