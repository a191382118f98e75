import { writeSync } from 'node:fs';
import { recrypt } from '#db/store-key/recrypt.ts';
import type { StoreKey } from '#db/store-key/store-key.ts';

// Encrypts a store anew once, and waits to be killed if it was not in the middle.
const [file, from, to] = process.argv.slice(2) as [string, StoreKey, StoreKey];
writeSync(1, 'begun\n');
recrypt(file, from, to);
setInterval(() => {}, 1_000);
