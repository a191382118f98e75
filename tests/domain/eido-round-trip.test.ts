import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asked, CONTENT, HEAD } from '../support/packet-examples.ts';
import { eidoOf } from '../support/eido-examples.ts';
import { cutPacket } from '#shared/disclosure/cut-packet.ts';
import { answerEido } from '#shared/eido/answer-eido.ts';
import type { Component } from '#shared/eido/components.ts';
import { parseExact, writeExact } from '#shared/eido/exact-json.ts';
import { mergeEidos } from '#shared/eido/merge-eidos.ts';
import { eidoOfPacket } from '#shared/eido/packet-eido.ts';
import { readEido } from '#shared/eido/read-eido.ts';

const OURS = eidoOfPacket(
  cutPacket(
    CONTENT,
    HEAD,
    asked({ recipient: 'dispatch', purpose: 'response', readable: ['dispatch'] }),
  ),
);

/** What this center says anew of an incident; everything else has to come back as it was. */
const SAID_ANEW = [
  'lastUpdateTimeStamp',
  'updatedByAgencyReference',
  'updatedByAgentReference',
  'issuingElementIdentification',
  'incidentTypeInternalCode',
  'incidentTypeInternalText',
  'incidentTypeCommonRegistryText',
  'incidentStatusCommonRegistryText',
];

/** Paths of what was sent and is not in what is given back. */
function lost(sent: unknown, back: unknown, path = ''): string[] {
  if (Array.isArray(sent)) {
    if (!Array.isArray(back)) return [path];
    return sent.flatMap((each, at) => {
      const found = back.some((other) => lost(each, other).length === 0);
      return found ? [] : [`${path}/${at}`];
    });
  }
  if (typeof sent !== 'object' || sent === null) return Object.is(sent, back) ? [] : [path];
  if (typeof back !== 'object' || back === null || Array.isArray(back)) return [path];
  return Object.entries(sent).flatMap(([key, value]) =>
    !Object.hasOwn(back, key)
      ? [`${path}/${key}`]
      : SAID_ANEW.includes(key)
        ? []
        : lost(value, (back as Component)[key], `${path}/${key}`),
  );
}

const extras = fc.dictionary(
  fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('__proto__', 'constructor', 'x-ours', '@context'),
  ),
  fc.jsonValue({ maxDepth: 3 }),
  { maxKeys: 4, noNullPrototype: true },
);

/** The example with further members at the top, in its incident and in every component. */
const extended = fc.tuple(extras, extras, extras).map(([top, incident, each]) => {
  const add = (to: Component, more: Component): Component =>
    Object.fromEntries([...Object.entries(more), ...Object.entries(to)]);
  return Object.fromEntries(
    Object.entries(add(eidoOf(), top)).map(([name, value]) => {
      if (name === 'incidentComponent') return [name, add(value as Component, incident)];
      if (!name.endsWith('Component') || !Array.isArray(value)) return [name, value];
      return [name, value.map((component) => add(component, each))];
    }),
  );
});

test('whatever members a document has, they come back where they were', () => {
  fc.assert(
    fc.property(extended, (sent) => {
      const text = JSON.stringify(sent);
      const back = JSON.parse(writeExact(answerEido(parseExact(text) as Component, OURS)));
      expect(lost(JSON.parse(text), back)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('a later document is laid over an earlier one, and takes nothing away that it leaves out', () => {
  fc.assert(
    fc.property(extended, extended, (earlier, later) => {
      const { callComponent: _calls, ...fewer } = later;
      const both = mergeEidos(earlier, fewer);
      expect(lost(fewer, both)).toEqual([]);
      expect(both['callComponent']).toEqual(earlier['callComponent']);
      expect(Object.keys(earlier).filter((key) => !Object.hasOwn(both, key))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('ours stands over theirs: place, status, disposition; nobody becomes a suspect', () => {
  const back = answerEido(eidoOf(), OURS);
  expect(back).toMatchObject({
    $id: eidoOf()['$id'],
    issuingElementIdentification: HEAD.psapId,
    personComponent: eidoOf()['personComponent'],
    incidentComponent: {
      internalIncidentId: 'R-118',
      incidentStatusCommonRegistryText: ['Closed'],
      dispositionComponent: [{ dispositionCommonRegistryCode: '45' }],
    },
  });
  // The first place that is referred to is the one that is meant.
  expect(readEido(JSON.stringify(back))).toMatchObject({
    said: { address: expect.stringContaining(CONTENT.location.coded.address) },
  });
  expect(JSON.stringify(back)).not.toContain('Suspect');
});

test.each(['12345678901234567890', '1.0', '-0', '1E+2', '0.1'])(
  'the number %s is given back as it was written',
  (number) => {
    const text = `{"a":[${number},"${number}"],"b":${number}}`;
    expect(writeExact(parseExact(text)).replace(/\s/gu, '')).toBe(text);
  },
);
