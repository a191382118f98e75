/** How a row hangs on rows of other tables. */
export interface TableLinks {
  /** Has to be given, and the row it names has to be there. */
  readonly needs?: Readonly<Record<string, TableName>>;
  /** When given, the row it names has to be there. Tables of their own, as in CSV, have to give it. */
  readonly must?: Readonly<Record<string, TableName>>;
  /** One of them at least: the row says something about that row, and of nothing it says nothing. */
  readonly oneOf?: Readonly<Record<string, TableName>>;
  /** May name what is elsewhere. */
  readonly may?: Readonly<Record<string, TableName>>;
}

export interface TableShape extends TableLinks {
  readonly file: string;
  /** In the order the standard lists them: a CSV file is written in it. */
  readonly columns: readonly string[];
  readonly required: readonly string[];
  readonly numbers?: readonly string[];
  readonly dates?: readonly string[];
  readonly times?: readonly string[];
  readonly oneOfWords?: Readonly<Record<string, readonly string[]>>;
}

export type TableName =
  | 'organization'
  | 'program'
  | 'service'
  | 'service_at_location'
  | 'location'
  | 'address'
  | 'phone'
  | 'contact'
  | 'schedule'
  | 'language'
  | 'accessibility'
  | 'cost_option'
  | 'required_document'
  | 'service_area'
  | 'funding'
  | 'organization_identifier'
  | 'attribute'
  | 'taxonomy'
  | 'taxonomy_term'
  | 'metadata'
  | 'meta_table_description';

const PLACE_TYPES = ['physical', 'postal', 'virtual'];
const words = (text: string): string[] => text.trim().split(/\s+/);

/** Open Referral HSDS 3.0, as its schemas say it (https://docs.openreferral.org, CC BY-SA 4.0). */
export const HSDS_TABLES: Readonly<Record<TableName, TableShape>> = {
  organization: {
    file: 'organizations.csv',
    columns:
      words(`id name alternate_name description email website tax_status tax_id year_incorporated
      legal_status logo uri parent_organization_id`),
    required: ['id', 'name', 'description'],
    numbers: ['year_incorporated'],
    may: { parent_organization_id: 'organization' },
  },
  program: {
    file: 'programs.csv',
    columns: words('id organization_id name alternate_name description'),
    required: ['id', 'name', 'description'],
    must: { organization_id: 'organization' },
  },
  service: {
    file: 'services.csv',
    columns: words(`id organization_id program_id name alternate_name description url email status
      interpretation_services application_process fees_description wait_time fees accreditations
      eligibility_description minimum_age maximum_age assured_date assurer_email licenses alert last_modified`),
    required: ['id', 'name', 'status'],
    numbers: ['minimum_age', 'maximum_age'],
    dates: ['assured_date'],
    oneOfWords: { status: ['active', 'inactive', 'defunct', 'temporarily closed'] },
    must: { organization_id: 'organization' },
    may: { program_id: 'program' },
  },
  service_at_location: {
    file: 'service_at_location.csv',
    columns: words('id service_id location_id description'),
    required: ['id'],
    needs: { service_id: 'service' },
    must: { location_id: 'location' },
  },
  location: {
    file: 'locations.csv',
    columns:
      words(`id location_type url organization_id name alternate_name description transportation
      latitude longitude external_identifier external_identifier_type`),
    required: ['id', 'location_type'],
    numbers: ['latitude', 'longitude'],
    oneOfWords: { location_type: PLACE_TYPES },
    may: { organization_id: 'organization' },
  },
  address: {
    file: 'addresses.csv',
    columns:
      words(`id location_id attention address_1 address_2 city region state_province postal_code
      country address_type`),
    required: words('id address_1 city state_province postal_code country address_type'),
    oneOfWords: { address_type: PLACE_TYPES },
    needs: { location_id: 'location' },
  },
  phone: {
    file: 'phones.csv',
    columns:
      words(`id location_id service_id organization_id contact_id service_at_location_id number
      extension type description`),
    required: ['id', 'number'],
    numbers: ['extension'],
    oneOf: {
      location_id: 'location',
      service_id: 'service',
      organization_id: 'organization',
      contact_id: 'contact',
      service_at_location_id: 'service_at_location',
    },
  },
  contact: {
    file: 'contacts.csv',
    columns: words(
      'id organization_id service_id service_at_location_id location_id name title department email',
    ),
    required: ['id'],
    oneOf: {
      organization_id: 'organization',
      service_id: 'service',
      service_at_location_id: 'service_at_location',
      location_id: 'location',
    },
  },
  schedule: {
    file: 'schedules.csv',
    columns:
      words(`id service_id location_id service_at_location_id valid_from valid_to dtstart timezone
      until count wkst freq interval byday byweekno bymonthday byyearday description opens_at closes_at
      schedule_link attending_type notes`),
    required: ['id'],
    numbers: ['timezone', 'count', 'interval'],
    dates: ['valid_from', 'valid_to', 'dtstart', 'until'],
    times: ['opens_at', 'closes_at'],
    oneOfWords: {
      freq: ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'],
      wkst: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
    },
    oneOf: {
      service_id: 'service',
      location_id: 'location',
      service_at_location_id: 'service_at_location',
    },
  },
  language: {
    file: 'languages.csv',
    columns: words('id service_id location_id phone_id name code note'),
    required: ['id'],
    oneOf: { service_id: 'service', location_id: 'location', phone_id: 'phone' },
  },
  accessibility: {
    file: 'accessibility.csv',
    columns: words('id location_id description details url'),
    required: ['id'],
    needs: { location_id: 'location' },
  },
  cost_option: {
    file: 'cost_options.csv',
    columns: words('id service_id valid_from valid_to option currency amount amount_description'),
    required: ['id'],
    numbers: ['amount'],
    dates: ['valid_from', 'valid_to'],
    needs: { service_id: 'service' },
  },
  required_document: {
    file: 'required_documents.csv',
    columns: words('id service_id document uri'),
    required: ['id'],
    needs: { service_id: 'service' },
  },
  service_area: {
    file: 'service_areas.csv',
    columns: words('id service_id name description extent extent_type uri'),
    required: ['id'],
    needs: { service_id: 'service' },
  },
  funding: {
    file: 'funding.csv',
    columns: words('id organization_id service_id source'),
    required: ['id'],
    oneOf: { organization_id: 'organization', service_id: 'service' },
  },
  organization_identifier: {
    file: 'organization_identifiers.csv',
    columns: words('id organization_id identifier_scheme identifier_type identifier'),
    required: ['id', 'identifier_type', 'identifier'],
    needs: { organization_id: 'organization' },
  },
  attribute: {
    file: 'attributes.csv',
    columns: words('id link_id taxonomy_term_id link_type link_entity value'),
    required: ['id'],
    must: { taxonomy_term_id: 'taxonomy_term' },
  },
  taxonomy: {
    file: 'taxonomies.csv',
    columns: words('id name description uri version'),
    required: ['id', 'name', 'description'],
  },
  taxonomy_term: {
    file: 'taxonomy_terms.csv',
    columns: words('id code name description parent_id taxonomy language taxonomy_id term_uri'),
    required: ['id', 'name', 'description'],
    may: { parent_id: 'taxonomy_term', taxonomy_id: 'taxonomy' },
  },
  metadata: {
    file: 'metadata.csv',
    columns:
      words(`id resource_id resource_type last_action_date last_action_type field_name previous_value
      replacement_value updated_by`),
    required:
      words(`id last_action_date last_action_type field_name previous_value replacement_value
      updated_by`),
  },
  meta_table_description: {
    file: 'meta_table_descriptions.csv',
    columns: words('id name language character_set'),
    required: ['id'],
  },
};

export const TABLE_NAMES = Object.keys(HSDS_TABLES) as TableName[];

/** Every column of a table that names a row of another. */
export function linksOf(table: TableName): Readonly<Record<string, TableName>> {
  const { needs, must, oneOf, may } = HSDS_TABLES[table];
  return { ...needs, ...must, ...oneOf, ...may };
}
