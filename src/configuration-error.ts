/** What stops a start: which setting, what is wrong with it, how to mend it. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  readonly setting: string

  constructor(setting: string, problem: string, mend: string) {
    super(`${setting}: ${problem}. To mend it, ${mend}.`)
    this.setting = setting
  }
}
