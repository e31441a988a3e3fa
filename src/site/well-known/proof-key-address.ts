/** Where anybody finds the public half of the key that signs proofs of reports. */
export const proofKeyAddress = '/.well-known/proof-of-report.pem'
