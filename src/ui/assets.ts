/** The styles and browser scripts that `build-assets.ts` left in `dist/`, read once at start. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type StyleName = 'content' | 'form' | 'desk'

export type Script = {
  /** `/assets/<name>-<hash>.js`: may be kept for ever. */
  readonly path: string
  readonly body: Buffer
  /** The body, compressed. */
  readonly brotli: Buffer
}

export type InlineScript = {
  readonly code: string
  /** `'sha256-…'`, as it stands in `script-src`. */
  readonly cspHash: string
}

export type Assets = {
  readonly styles: Readonly<Record<StyleName, string>>
  /** `'sha256-…'` of each style sheet, as it stands in `style-src`. */
  readonly hashes: Readonly<Record<StyleName, string>>
  /** By the name of the file: `queue` for `queue.client.ts`. */
  readonly scripts: ReadonlyMap<string, Script>
  /**
   * The code of `<name>.inline.client.ts`, to stand in the page.
   *
   * @throws when there is none by that name
   */
  readonly inline: (name: string) => InlineScript
}

/** What `dist/manifest.json` says. File names are relative to `dist/`. */
export type Manifest = {
  /** A hash over everything that went in. */
  readonly inputs: string
  /** Our own files that scripts were bundled from. */
  readonly sources: readonly string[]
  readonly styles: Readonly<Record<StyleName, string>>
  readonly scripts: Readonly<Record<string, string>>
  readonly inline: Readonly<Record<string, string>>
}

/** @throws when `dist/` was not built */
export function loadAssets(distDir: string): Assets {
  const manifest = readManifest(distDir)
  const styles = {
    content: read(distDir, manifest.styles.content).toString(),
    form: read(distDir, manifest.styles.form).toString(),
    desk: read(distDir, manifest.styles.desk).toString(),
  }
  const inline = new Map(
    Object.entries(manifest.inline).map(([name, file]) => [name, inlineScript(distDir, file)]),
  )
  return {
    styles,
    hashes: {
      content: cspHash(styles.content),
      form: cspHash(styles.form),
      desk: cspHash(styles.desk),
    },
    scripts: new Map(
      Object.entries(manifest.scripts).map(([name, file]) => [name, script(distDir, file)]),
    ),
    inline: (name) => inline.get(name) ?? missing(name),
  }
}

/** The source by which a content security policy lets exactly this text pass. */
export function cspHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

function readManifest(distDir: string): Manifest {
  return JSON.parse(read(distDir, 'manifest.json').toString()) as Manifest
}

function read(distDir: string, file: string): Buffer {
  return readFileSync(join(distDir, file))
}

function script(distDir: string, file: string): Script {
  return {
    path: `/${file}`,
    body: read(distDir, file),
    brotli: read(distDir, `${file}.br`),
  }
}

function inlineScript(distDir: string, file: string): InlineScript {
  const code = read(distDir, file).toString()
  if (code.includes('</')) throw new Error(`${file} holds "</" and may not stand in a page`)
  return { code, cspHash: cspHash(code) }
}

function missing(name: string): never {
  throw new Error(`There is no script ${name}.inline.client.ts`)
}
