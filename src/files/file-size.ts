/** How long a file is, as people say it: `3.2 MB`. Pure. */
export function fileSize(bytes: number, locale: string): string {
  const { unit, by } = units.find((one) => bytes >= one.by) ?? units[2]
  const digits = bytes / by < 10 && by > 1 ? 1 : 0
  const style = { style: 'unit', unit, maximumFractionDigits: digits } as const
  return new Intl.NumberFormat(locale, style).format(bytes / by)
}

const units = [
  { unit: 'megabyte', by: 1_000_000 },
  { unit: 'kilobyte', by: 1_000 },
  { unit: 'byte', by: 1 },
] as const
