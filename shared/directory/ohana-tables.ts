/** The CSV files of an Ohana center, before HSDS had a table for everything. */
export interface OhanaShape {
  readonly columns: readonly string[];
  /** Beyond what the standard asks of the rows made of it. */
  readonly required: readonly string[];
}

export type OhanaTable =
  | 'organizations'
  | 'programs'
  | 'locations'
  | 'taxonomy'
  | 'services'
  | 'addresses'
  | 'mail_addresses'
  | 'contacts'
  | 'phones'
  | 'regular_schedules'
  | 'holiday_schedules';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** In the order they are read: what a row hangs on comes before it. */
export const OHANA_TABLES: Readonly<Record<OhanaTable, OhanaShape>> = {
  organizations: {
    columns:
      words(`id accreditations alternate_name date_incorporated description email funding_sources
      legal_status licenses name tax_id tax_status website`),
    required: [],
  },
  programs: {
    columns: words('id organization_id name alternate_name'),
    required: ['organization_id'],
  },
  locations: {
    columns:
      words(`id organization_id accessibility admin_emails alternate_name description email languages
      latitude longitude name short_desc transportation virtual website`),
    required: ['organization_id', 'name', 'description'],
  },
  taxonomy: { columns: words('taxonomy_id name parent_id parent_name'), required: [] },
  services: {
    columns:
      words(`id location_id program_id accepted_payments alternate_name application_process audience
      description eligibility email fees funding_sources interpretation_services keywords languages name
      required_documents service_areas status wait_time website taxonomy_ids`),
    required: ['location_id', 'description'],
  },
  addresses: {
    columns: words('id location_id address_1 address_2 city state_province postal_code country'),
    required: [],
  },
  mail_addresses: {
    columns: words(
      'id location_id attention address_1 address_2 city state_province postal_code country',
    ),
    required: [],
  },
  contacts: {
    columns: words('id location_id organization_id service_id name title email department'),
    required: ['name'],
  },
  phones: {
    columns: words(`id contact_id location_id organization_id service_id number extension department
      number_type vanity_number country_prefix`),
    required: ['number_type'],
  },
  regular_schedules: {
    columns: words('id location_id service_id weekday opens_at closes_at'),
    required: ['weekday', 'opens_at', 'closes_at'],
  },
  holiday_schedules: {
    columns: words('id location_id service_id start_date end_date closed opens_at closes_at'),
    required: ['start_date', 'end_date', 'closed'],
  },
};

export const OHANA_NAMES = Object.keys(OHANA_TABLES) as OhanaTable[];
