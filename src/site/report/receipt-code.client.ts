/** The receipt as a QR code. Without this script the receipt is there to be written down. */
import { encodeQR } from 'qr'
import { type Html, html, trusted } from '../../ui/html.ts'

/** @param name what it is, for those who cannot see it */
export function receiptCode(receipt: string, name: string): Html {
  const drawing = trusted(encodeQR(receipt, 'svg', { ecc: 'medium' }))
  return html`<div class="receipt__picture" role="img" aria-label="${name}">${drawing}</div>`
}
