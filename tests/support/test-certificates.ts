import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Certificates of an authority of the tests, made by openssl; null where there is none. */
export function makeCertificates(folder: string): { readonly of: (name: string) => string } | null {
  const openssl = (line: string) =>
    execFileSync('openssl', line.split(' '), { cwd: folder, stdio: 'ignore' });
  const subject = (name: string) =>
    `-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ${name}.key -subj /CN=${name}.example -addext subjectAltName=IP:127.0.0.1`;
  try {
    openssl('version');
  } catch {
    return null;
  }
  for (const name of ['ca', 'stranger'])
    openssl(`req -x509 ${subject(name)} -out ${name}.pem -days 2`);
  for (const name of ['desk', 'cad']) {
    openssl(`req ${subject(name)} -out ${name}.csr`);
    const signed = '-CA ca.pem -CAkey ca.key -CAcreateserial -copy_extensions copy';
    openssl(`x509 -req -in ${name}.csr -out ${name}.pem -days 2 ${signed}`);
  }
  return { of: (name) => join(folder, name) };
}
