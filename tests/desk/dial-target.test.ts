import { expect, test } from 'vitest';
import { phoneNumberOf } from '#main/desk/phone/phone-number.ts';
import { dialTarget } from '#shared/phone/dial-target.ts';

test.each([
  ['988', 'tel:988', '988'],
  ['tel:988', 'tel:988', '988'],
  ['(312) 555-0100', 'tel:+13125550100', '(312) 555-0100'],
  ['312.555.0100 x12', 'tel:+13125550100;ext=12', '(312) 555-0100 ext. 12'],
  ['tel:+1-833-555-0143', 'tel:+18335550143', '(833) 555-0143'],
  ['+48 22 600 00 00', 'tel:+48226000000', '+48 22 600 00 00'],
  ['sip:desk@example.org', 'sip:desk@example.org', 'desk@example.org'],
])('%s is dialed as %s and written %s', (typed, uri, shown) => {
  expect(phoneNumberOf(typed)).toEqual({ uri, shown });
});

test.each([
  '',
  '1',
  'help',
  '99999999999999999999',
  'tel:',
  'tel:*67',
  'tel:988;phone-context=x',
  'tel:988&x',
  'sip:desk',
  'sip:desk@example.org?body=x',
  'sip:a b@example.org',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://example.org',
  ' tel:988\n--flag',
])('%j is nothing anybody could dial', (typed) => {
  expect(phoneNumberOf(typed)).toBeNull();
});

test.each(['TEL:988', 'tel:-', 'tel:9 88', 'callto:988'])('%s is no address', (address) => {
  expect(dialTarget(address)).toBeNull();
});
