/** Every table, as both engines keep it. Text, integers, nothing else; times are ISO 8601 UTC text. */
export interface Schema {
  drafts: DraftRow
  reports: ReportRow
  activities: ActivityRow
  feedback: FeedbackRow
  page_counts: PageCountRow
  officers: OfficerRow
  invitations: InvitationRow
  officer_sessions: OfficerSessionRow
  sign_in_failures: SignInFailureRow
  desk_keys: DeskKeyRow
  desk_key_grants: DeskKeyGrantRow
  report_files: ReportFileRow
  file_chunks: FileChunkRow
  messages: MessageRow
  mailbox_visits: MailboxVisitRow
  saved_drafts: SavedDraftRow
  notices: NoticeRow
  withdrawals: WithdrawalRow
  report_keys: ReportKeyRow
}

/** An unfinished report. `name` is derived from the key that only the reporter's cookie holds. */
export interface DraftRow {
  name: string
  site: string
  /** The boxed answers; once sent, the boxed receipt. */
  box: string
  version: number
  /** To the hour, so that it tells no more than it must. */
  updated_hour: string
  expires_at: string
  /** Set when the draft became a report: a second sending finds it and changes nothing. */
  sent_reference: string | null
  /** How far it has come; drafts of one rung share its room. */
  rung: number
  /** Which of a rung was answered first. */
  turn: number
}

export interface ReportRow {
  id: string
  reference: string
  site: string
  desk: string
  topic: string
  language: string
  priority: number
  status: string
  has_files: number
  received_hour: string
  assignee: string | null
  closed_at: string | null
  /** Raised by every change; a change that names an older one is refused. */
  version: number
  epoch: number
  /** age file: the one-use identity of the report, for the desk key and the receipt key. Boxed under its row in `report_keys`. */
  envelope: string
  /** age file: the padded answers. */
  body: string
  /** Keyed hash of the mailbox name. */
  mailbox: string
  /** Public: what messages to the reporter are sealed to. */
  receipt_recipient: string
  /** `usual`, or `held`: kept apart because many came at once. */
  lane: string
  /** The report that this one is nearly the same as; empty for the first of its kind. */
  same_as: string | null
  /** Whether the reporter has added something since an officer last opened it. */
  has_news: number
}

export interface ActivityRow {
  id: string
  report: string
  /** What was done: an `Act` of `reports/activity.ts`. */
  act: string
  /** The officer's id; empty for what the reporter did. */
  officer: string | null
  /** Exact for officers, the day only for reporters. */
  at: string
}

export interface FeedbackRow {
  id: string
  site: string
  desk: string
  epoch: number
  received_day: string
  sealed: string
  read_at: string | null
}

export interface PageCountRow {
  site: string
  day: string
  page: string
  views: number
}

export interface OfficerRow {
  id: string
  desk: string
  /** What they sign in with and are called; unique within a desk, compared in lower case. */
  name: string
  sign_in_name: string
  role: string
  /** Public: the officer's own age recipient. */
  recipient: string
  /** age file: the officer's identity, sealed to what the passphrase gives. */
  sealed_identity: string
  /** JSON of the passphrase's stretch. */
  stretch: string
  /** SHA-256 of the proof that the passphrase gives. */
  proof_hash: string
  enrolled_at: string
  left_at: string | null
}

/** A one-time link. `secret_hash` is the SHA-256 of the secret in it. */
export interface InvitationRow {
  secret_hash: string
  desk: string
  name: string
  role: string
  created_at: string
  expires_at: string
  used_at: string | null
}

export interface OfficerSessionRow {
  secret_hash: string
  officer: string
  /** Unlocks what the officer's browser keeps for this session; useless without it. */
  unlock_key: string
  created_at: string
  seen_at: string
  expires_at: string
}

export interface SignInFailureRow {
  desk: string
  sign_in_name: string
  failures: number
  last_at: string
}

/** One epoch of a desk's key: only its public half. */
export interface DeskKeyRow {
  desk: string
  epoch: number
  recipient: string
  created_at: string
  created_by: string
}

/** A desk key of one epoch, sealed to one officer. */
export interface DeskKeyGrantRow {
  desk: string
  epoch: number
  officer: string
  sealed: string
  granted_by: string
  granted_at: string
}

/** A sealed file of a report. Its bytes lie in the file store; nothing here tells what it is. */
export interface ReportFileRow {
  id: string
  report: string
  /** 1, 2, 3… within its report. */
  place: number
  /** The file that this is a cleaned copy of. */
  copy_of: string | null
  /** age file: name, kind, size, hash, what it would tell. */
  note: string
  /** Sealed size in bytes, and how much of it has come. */
  size: number
  stored: number
  complete: number
  /** When an unfinished one is destroyed; empty once it is complete. */
  expires_at: string | null
}

/** Sealed bytes of a file, where files are kept in the database. */
export interface FileChunkRow {
  file: string
  place: number
  bytes: Uint8Array
}

/** What was written after the report was sent, sealed to the report's own identity. */
export interface MessageRow {
  id: string
  report: string
  /** 1, 2, 3… within its report. */
  place: number
  /** The officer's id; empty for the reporter's own. */
  officer: string | null
  /** Exact for officers, the day only for reporters. */
  at: string
  sealed: string
}

/** Somebody who came back with a receipt, for a short while. `name` is derived from their cookie's key. */
export interface MailboxVisitRow {
  name: string
  site: string
  /** The receipt, under the key that only the cookie holds. */
  box: string
  expires_at: string
}

/** An unfinished report that waits for its reporter, sealed to a receipt of its own. */
export interface SavedDraftRow {
  /** Keyed hash of the receipt's mailbox name. */
  name: string
  site: string
  sealed: string
  expires_at: string
}

/** Where a reporter wants to hear that there is a message; boxed under a key of the server. */
export interface NoticeRow {
  report: string
  box: string
  /** When to send; empty while there is nothing to tell. */
  due_at: string | null
  tries: number
}

/** All that is left of a report that its reporter took back. */
export interface WithdrawalRow {
  reference: string
  site: string
  desk: string
  day: string
  /** 0 until its key is out of the engine’s own leftovers too. */
  scrubbed: number
}

/** What the envelope of a report is boxed under: once this is destroyed, nobody can open anything of it. */
export interface ReportKeyRow {
  report: string
  key: string
}
