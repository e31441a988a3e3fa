import { createHash, X509Certificate } from 'node:crypto'
import { generate } from 'selfsigned'

export interface Certificate {
  readonly key: string
  readonly cert: string
  /** What Chromium is told to trust: the hash of the public key. */
  readonly spki: string
  /** What Firefox is told to trust: who gave it. */
  readonly authority: string
}

/** A certificate for these names, by an authority of its own, that lives as long as the test. */
export async function makeCertificate(names: readonly string[]): Promise<Certificate> {
  const authority = await generate([{ name: 'commonName', value: 'Sample authority' }], {
    ...{ keyType: 'ec', algorithm: 'sha256' },
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, digitalSignature: true, critical: true },
    ],
  })
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Sample' }], {
    ...{ keyType: 'ec', algorithm: 'sha256' },
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) },
    ],
  })
  const { publicKey } = new X509Certificate(cert)
  const spki = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64')
  const authorityDer = new X509Certificate(authority.cert).raw.toString('base64')
  return { key, cert: `${cert}\n${authority.cert}`, spki, authority: authorityDer }
}
