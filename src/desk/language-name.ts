const names = new Intl.DisplayNames(['en'], { type: 'language' })

/** What officers call a language; its tag where it has no name. */
export function languageName(language: string): string {
  try {
    return names.of(language) ?? language
  } catch {
    return language
  }
}
