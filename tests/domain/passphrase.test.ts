import { describe, expect, test } from 'vitest';
import { COMMON_PASSPHRASES } from '#shared/roster/common-passphrases.ts';
import { lengthOf, passphraseFault } from '#shared/roster/passphrase.ts';

const WHO = { name: 'Dana María Reyes', center: 'Lakeshore Crisis Dispatch' };
const faultOf = (passphrase: string) => passphraseFault(passphrase, WHO);

describe('a passphrase is long enough', () => {
  test.each([
    ['eight letters', 'tulipbow', 8],
    ['an accent, typed on either keyboard', 'cafe\u0301', 4],
    ['a family is one character', '👩‍👩‍👧‍👦', 1],
    ['full-width letters', 'ＡＢＣ', 3],
    ['Arabic with its marks', 'مَرْحَبًا', 5],
    ['nothing', '', 0],
  ])('%s', (_what, passphrase, length) => {
    expect(lengthOf(passphrase)).toBe(length);
  });

  test.each(['', 'tulipbo', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 'cafe\u0301cafe'.slice(0, 8)])(
    '“%s” is too short',
    (passphrase) => {
      expect(faultOf(passphrase)).toBe('A passphrase needs at least 8 characters.');
    },
  );
});

test.each([
  'correct horse',
  'battery staple',
  'nine of hearts',
  'a lamp in the attic',
  'long enough',
  'a long passphrase',
  'wax and feathers',
  'пять красных ламп',
  'tulips under the 37 bus',
  'Danabrook willow',
  '48!ab??19',
  '#7x9k2$4!m',
  'smørrebrød på bordet',
])('“%s” is taken', (passphrase) => {
  expect(faultOf(passphrase)).toBeNull();
});

test.each([
  [
    'tried first',
    [
      'password',
      'Passw0rd',
      'P@$$w0rd',
      'password123',
      '2026summer',
      'Welcome!1',
      'd1spatcher',
      'dispatch911',
      'chicago2026',
      'i l o v e y o u',
      'let-me-in-now',
      'Ｐassword',
      'P@ssw0rd!',
      'P455w0rd!',
      '$ummer2026',
      'p@$$w0rd123',
      '!!W3lcome!!',
      'Pässwörd',
      'summersummer',
      'Admin!Admin!',
    ],
  ],
  [
    'side by side',
    [
      'qwertyuiop',
      'qwerty123456',
      '12345678',
      '87654321',
      'abcdefgh',
      '1qaz2wsx',
      'poiuytre',
      'asdfghjk1',
      'zxcvbnm123',
      '1q2w3e4r',
      'q1w2e3r4t5',
    ],
  ],
  [
    'over and over',
    [
      'aaaaaaaa',
      '11111111a',
      'abababab',
      'abcabcabc',
      '12121212',
      'xyzwxyzwxyz',
      '🙂🙂🙂🙂🙂🙂🙂🙂'.replaceAll('🙂', 'oi'),
    ],
  ],
  ['person’s name', ['danareyes', 'Dana.Reyes1', 'reyesdana99', 'd4n4r3y3s', 'María-Dana']],
  ['name of the center', ['lakeshore', 'Lakeshore1', 'lakeshorecrisis', 'lakeshore-dispatch-2026']],
])('what is %s is refused, with what to do', (why, passphrases) => {
  for (const passphrase of passphrases) {
    const fault = faultOf(passphrase);
    expect(fault, passphrase).toContain('too easy to guess');
    expect(fault, passphrase).toMatch(/words that do not belong together\.$/);
    if (passphrases.indexOf(passphrase) === 0) expect(fault).toContain(why);
  }
});

test('the list is our own, in the form it is compared in, and says nothing about anybody', () => {
  expect(COMMON_PASSPHRASES.size).toBeGreaterThan(350);
  for (const common of COMMON_PASSPHRASES) expect(common).toMatch(/^[a-z0-9]{3,}$/);
});
