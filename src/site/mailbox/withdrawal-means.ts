import type { WithdrawalMeans } from '../../mailbox/withdraw-report.ts'
import { failure } from '../../web/log.ts'
import type { SiteDependencies } from '../site-dependencies.ts'

/** What taking a report back needs at this door. */
export function withdrawalMeans({ stores, log }: SiteDependencies): WithdrawalMeans {
  return {
    withdrawals: stores.withdrawals,
    destroyFiles: stores.destroyFiles,
    onTrouble: (error) => log(failure('site', error)),
  }
}
