import { ContentIndex } from './content-index.ts';
import { hoursOf, type OwnOffsets } from './read-schedule.ts';
import { isPoint } from './check-rows.ts';
import { numberOf, textOf, type DirectoryContent, type Row } from './rows.ts';
import { kindsByWords, substanceUseByWords, type ServiceWords } from './service-kind.ts';
import {
  SERVICE_STATUSES,
  type DirectoryService,
  type PhoneKind,
  type ServiceCost,
  type ServiceLanguage,
  type ServicePhone,
  type ServicePlace,
} from './service.ts';
import { readDate } from './written.ts';
import type { TableName } from './hsds-tables.ts';
import type { ServiceId } from '../lib/brand.ts';
import { languageMeant, languageName } from '../unit/language.ts';

/** Every service of a directory, as a person looks for it. */
export function* servicesOf(
  content: DirectoryContent,
  own: OwnOffsets,
): Generator<DirectoryService, void> {
  const read = new ServiceReader(content, own);
  for (const row of content.service ?? []) yield read.service(row);
}

class ServiceReader {
  readonly #index: ContentIndex;
  readonly #own: OwnOffsets;

  constructor(content: DirectoryContent, own: OwnOffsets) {
    this.#index = new ContentIndex(content);
    this.#own = own;
  }

  service(row: Row): DirectoryService {
    const id = textOf(row, 'id');
    const organizationId = textOf(row, 'organization_id');
    const organization = this.#index.find('organization', organizationId) ?? {};
    const program = textOf(this.#index.find('program', textOf(row, 'program_id')) ?? {}, 'name');
    const terms = this.#terms(id, textOf(row, 'keywords'));
    const words = wordsOf(row, organization, program, terms);
    const places = this.#of('service_at_location', 'service_id', id).map((each) =>
      this.#place(each),
    );
    const status = textOf(row, 'status');
    return {
      serviceId: id as ServiceId,
      name: textOf(row, 'name'),
      otherName: textOf(row, 'alternate_name'),
      organization: {
        organizationId,
        name: textOf(organization, 'name'),
        website: textOf(organization, 'website'),
        phones: organizationId === '' ? [] : this.#phones('organization_id', organizationId),
      },
      program,
      description: textOf(row, 'description'),
      status: SERVICE_STATUSES.find((each) => each === status) ?? 'active',
      alert: textOf(row, 'alert'),
      kinds: kindsByWords(words),
      substanceUse: substanceUseByWords(words),
      terms,
      phones: this.#phones('service_id', id),
      contacts: this.#of('contact', 'service_id', id).map(contactOf).filter(Boolean),
      email: textOf(row, 'email'),
      url: textOf(row, 'url'),
      hours: hoursOf(this.#of('schedule', 'service_id', id), this.#own),
      places,
      ages: { from: numberOf(row, 'minimum_age'), to: numberOf(row, 'maximum_age') },
      eligibility: textOf(row, 'eligibility_description'),
      documents: texts(this.#of('required_document', 'service_id', id), 'document'),
      application: textOf(row, 'application_process'),
      waitTime: textOf(row, 'wait_time'),
      cost: this.#cost(row, id),
      languages: this.#languages(
        id,
        places.map(({ locationId }) => locationId),
      ),
      interpretation: textOf(row, 'interpretation_services'),
      areas: texts(this.#of('service_area', 'service_id', id), 'name'),
      assured: readDate(textOf(row, 'assured_date') || textOf(row, 'last_modified'), 2000),
    };
  }

  #of(table: TableName, column: string, id: string): readonly Row[] {
    return this.#index.of(table, column, id);
  }

  /** What it is filed under, and the words the older set keeps for that. */
  #terms(serviceId: string, keywords: string): string[] {
    const names = this.#of('attribute', 'link_id', serviceId).map(({ taxonomy_term_id: term }) =>
      textOf(this.#index.find('taxonomy_term', String(term ?? '')) ?? {}, 'name'),
    );
    const listed = keywords.split(',').map((word) => word.trim());
    return [...new Set([...names, ...listed])].filter((name) => name !== '');
  }

  #phones(column: string, id: string): ServicePhone[] {
    return this.#of('phone', column, id).map(phoneOf).toSorted(answeredFirst);
  }

  #place(link: Row): ServicePlace {
    const locationId = textOf(link, 'location_id');
    const location = this.#index.find('location', locationId) ?? {};
    const { latitude, longitude } = location;
    const own = this.#of('schedule', 'service_at_location_id', textOf(link, 'id'));
    const schedules = own.length > 0 ? own : this.#of('schedule', 'location_id', locationId);
    const at = this.#phones('service_at_location_id', textOf(link, 'id'));
    return {
      locationId,
      name: textOf(location, 'name'),
      virtual: textOf(location, 'location_type') === 'virtual',
      address: this.#address(locationId),
      position:
        isPoint(latitude, longitude) && !(latitude === 0 && longitude === 0)
          ? { lat: latitude as number, lon: longitude as number }
          : null,
      hours: schedules.length === 0 ? null : hoursOf(schedules, this.#own),
      phones: at.length > 0 ? at : this.#phones('location_id', locationId),
      accessibility: texts(this.#of('accessibility', 'location_id', locationId), 'description'),
      transportation: textOf(location, 'transportation'),
    };
  }

  #address(locationId: string): string {
    const addresses = this.#of('address', 'location_id', locationId);
    const row =
      addresses.find((each) => textOf(each, 'address_type') === 'physical') ?? addresses[0];
    if (row === undefined) return '';
    const parts = ['address_1', 'address_2', 'city'].map((column) => textOf(row, column));
    const state = [textOf(row, 'state_province'), textOf(row, 'postal_code')]
      .filter(Boolean)
      .join(' ');
    return [...parts, state].filter((part) => part !== '').join(', ');
  }

  #cost(row: Row, id: string): ServiceCost {
    const options = this.#of('cost_option', 'service_id', id);
    const words = textOf(row, 'fees_description') || textOf(row, 'fees');
    const amounts = options
      .map((each) => numberOf(each, 'amount'))
      .filter((amount) => amount !== null);
    const said = FREE.test(words) ? true : words === '' ? null : false;
    const free = amounts.length === 0 ? said : amounts.every((amount) => amount === 0);
    return { free, words, options: options.map(costOf).filter(Boolean) };
  }

  #languages(serviceId: string, locationIds: readonly string[]): ServiceLanguage[] {
    const rows = [
      ...this.#of('language', 'service_id', serviceId),
      ...locationIds.flatMap((id) => this.#of('language', 'location_id', id)),
    ];
    const spoken = rows.map(languageOf).filter(({ name }) => name !== '');
    return [...new Map(spoken.map((each) => [each.tag ?? each.name, each])).values()];
  }
}

const FREE = /^(none|free|no (cost|fee|charge)s?)\b|\b(free of charge|at no (cost|charge))\b/i;

function wordsOf(
  row: Row,
  organization: Row,
  program: string,
  terms: readonly string[],
): ServiceWords {
  const is = [textOf(row, 'name'), textOf(row, 'alternate_name'), program];
  const mentions = ['description', 'eligibility_description', 'application_process', 'audience'];
  return {
    is: [...is, ...terms].filter((text) => text !== ''),
    mentions: [...mentions.map((column) => textOf(row, column)), textOf(organization, 'name')],
  };
}

function texts(rows: readonly Row[], column: string): string[] {
  return rows.map((row) => textOf(row, column)).filter((text) => text !== '');
}

function contactOf(row: Row): string {
  return [textOf(row, 'name'), textOf(row, 'title'), textOf(row, 'email')]
    .filter(Boolean)
    .join(', ');
}

const KINDS: Readonly<Record<string, PhoneKind>> = {
  voice: 'voice',
  cell: 'voice',
  hotline: 'voice',
  text: 'text',
  sms: 'text',
  tty: 'tty',
  textphone: 'tty',
  fax: 'fax',
  pager: 'other',
  video: 'other',
};

function phoneOf(row: Row): ServicePhone {
  const type = textOf(row, 'type').toLowerCase();
  return {
    number: textOf(row, 'number').replaceAll('"', ''),
    extension: textOf(row, 'extension') || null,
    kind: type === '' ? 'voice' : (KINDS[type] ?? 'other'),
    about: textOf(row, 'description'),
  };
}

const ORDER: readonly PhoneKind[] = ['voice', 'text', 'tty', 'other', 'fax'];

function answeredFirst(a: ServicePhone, b: ServicePhone): number {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
}

function costOf(row: Row): string {
  const amount = numberOf(row, 'amount');
  const money = amount === null ? '' : `${amount} ${textOf(row, 'currency').toUpperCase()}`.trim();
  const price = [money, textOf(row, 'amount_description')].filter(Boolean).join(' ');
  return [textOf(row, 'option'), price].filter(Boolean).join(': ');
}

const MEANT = new Map<string, string | null>();

/** Names repeat in every row of a directory, and finding what one means takes a while. */
function tagOf(written: string): string | null {
  let tag = MEANT.get(written);
  if (tag === undefined) {
    tag = languageMeant(written.replace(/\s*\(.*$/, ''));
    if (MEANT.size < 2000) MEANT.set(written, tag);
  }
  return tag;
}

function languageOf(row: Row): ServiceLanguage {
  const [code, written] = [textOf(row, 'code'), textOf(row, 'name')];
  const tag = tagOf(code === '' ? written : code) ?? (written === '' ? null : tagOf(written));
  return { tag, name: written === '' ? (tag === null ? code : languageName(tag)) : written };
}
