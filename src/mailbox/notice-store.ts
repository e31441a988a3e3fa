import type { Database } from '../database/database.ts'
import type { ReportId } from '../reports/stored-report.ts'

export type NoticeStore = ReturnType<typeof noticeStore>

/** A notice that is to be sent now. */
export interface DueNotice {
  readonly report: ReportId
  readonly box: string
  readonly dueAt: string
  /** How often it was tried before. */
  readonly tries: number
}

/** A notice as it was last seen. */
type Claim = Omit<DueNotice, 'box'>

/** Where reporters want to hear of messages. Each is in a box, and is destroyed with its report. */
export function noticeStore(database: Database) {
  return {
    /** In the place of what was there before. */
    async keep(report: ReportId, box: string): Promise<void> {
      const fresh = { box, due_at: null, tries: 0 }
      await database
        .insertInto('notices')
        .values({ report, ...fresh })
        .onConflict((row) => row.column('report').doUpdateSet(fresh))
        .execute()
    },

    async has(report: ReportId): Promise<boolean> {
      const row = await database
        .selectFrom('notices')
        .select('report')
        .where('report', '=', report)
        .executeTakeFirst()
      return row !== undefined
    },

    async remove(report: ReportId): Promise<void> {
      await database.deleteFrom('notices').where('report', '=', report).execute()
    },

    /** Says when to send; nothing where no notice is wanted, or one is on its way already. */
    async ask(report: ReportId, dueAt: Date): Promise<void> {
      await database
        .updateTable('notices')
        .set({ due_at: dueAt.toISOString(), tries: 0 })
        .where('report', '=', report)
        .where('due_at', 'is', null)
        .execute()
    },

    due: (now: Date, limit: number) => selectDue(database, now, limit),

    /**
     * Takes a notice for this process to send, until a moment at which another may.
     *
     * @returns whether this call did it: of several processes, one sends
     */
    claim: (due: Claim, until: Date) =>
      move(database, due, { due_at: until.toISOString(), tries: due.tries + 1 }),

    /** Ends a claim. @param next when to try again; `undefined` where nothing is left to do */
    settle: ({ report, dueAt, tries }: Claim, next: Date | undefined) =>
      move(
        database,
        { report, dueAt, tries },
        { due_at: next?.toISOString() ?? null, tries: next === undefined ? 0 : tries },
      ),
  }
}

async function move(
  database: Database,
  { report, dueAt, tries }: Claim,
  columns: { readonly due_at: string | null; readonly tries: number },
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('notices')
    .set(columns)
    .where('report', '=', report)
    .where('due_at', '=', dueAt)
    .where('tries', '=', tries)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

async function selectDue(
  database: Database,
  now: Date,
  limit: number,
): Promise<readonly DueNotice[]> {
  const rows = await database
    .selectFrom('notices')
    .selectAll()
    .where('due_at', '<=', now.toISOString())
    .orderBy('due_at')
    .limit(limit)
    .execute()
  return rows.map(({ report, box, due_at, tries }) => {
    return { report: report as ReportId, box, dueAt: due_at ?? '', tries }
  })
}
