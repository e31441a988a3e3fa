/**
 * Builds the styles and the browser scripts into `dist/`, unless nothing changed since. Two
 * processes may do so at once: each file appears whole, and the manifest that names it last.
 */
import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Metafile, Plugin } from 'esbuild'
import { leanSealing } from './lean-sealing.ts'
import type { Manifest, StyleName } from './ui/assets.ts'

type Bundles = Pick<Manifest, 'sources' | 'scripts' | 'inline'>

const repository = join(import.meta.dirname, '..')
const styleNames = ['content', 'form', 'desk'] as const satisfies readonly StyleName[]

// Phones and library computers from 2022 on; older ones get the words without some of the looks.
const targets = { chrome: 100 << 16, firefox: 91 << 16, safari: 15 << 16 }

/**
 * @param root the folder that holds `src/`; `dist/` is written beside it
 * @returns whether anything had to be built
 * @throws when a style or a script does not compile, naming it
 */
export async function buildAssets(root: string = repository): Promise<boolean> {
  const dist = join(root, 'dist')
  const known = findManifest(dist)
  if (known && known.inputs === hashInputs(root, known.sources)) return false
  for (const folder of ['styles', 'assets', 'inline']) {
    mkdirSync(join(dist, folder), { recursive: true })
  }
  const styles = await buildStyles(root, dist)
  const bundles = await buildScripts(root, dist)
  const inputs = hashInputs(root, bundles.sources)
  const manifest: Manifest = { inputs, styles, ...bundles }
  place(join(dist, 'manifest.json'), JSON.stringify(manifest, undefined, 2))
  prune(dist, known ? [known, manifest] : [manifest])
  return true
}

function findManifest(dist: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest
  } catch {
    return undefined
  }
}

function hashInputs(root: string, sources: readonly string[]): string {
  const files = new Set([
    ...globSync('src/**/*.{scss,client.ts}', { cwd: root }),
    ...sources,
    'src/build-assets.ts',
    'src/lean-sealing.ts',
    'package-lock.json',
  ])
  const hash = createHash('sha256')
  for (const file of [...files].sort()) hash.update(file).update(contentsOf(join(root, file)))
  return hash.digest('hex')
}

function contentsOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

async function buildStyles(root: string, dist: string): Promise<Manifest['styles']> {
  const { compile } = await import('sass')
  const { transform } = await import('lightningcss')
  const built = styleNames.map((name) => {
    const source = join(root, 'src/ui/styles', `${name}.scss`)
    const { css } = compile(source)
    const { code } = transform({
      filename: source,
      code: Buffer.from(css),
      minify: true,
      targets,
      errorRecovery: true,
    })
    const hash = createHash('sha256').update(code).digest('hex').slice(0, 8)
    const file = `styles/${name}-${hash}.css`
    place(join(dist, file), code)
    return [name, file]
  })
  return Object.fromEntries(built) as Manifest['styles']
}

async function buildScripts(root: string, dist: string): Promise<Bundles> {
  const files = globSync('src/**/*.client.ts', { cwd: root }).sort()
  const isInline = (file: string) => file.endsWith('.inline.client.ts')
  const isDesk = (file: string) => file.startsWith('src/desk/')
  const modules = files.filter((file) => !isInline(file))
  // Two scripts of one name would overwrite each other, at whichever door they are.
  byName(modules)
  const desk = await bundle(root, dist, {
    entryPoints: byName(modules.filter(isDesk)),
    folder: 'assets',
    format: 'esm',
  })
  const site = await bundle(root, dist, {
    entryPoints: byName(modules.filter((file) => !isDesk(file))),
    folder: 'assets',
    format: 'esm',
    plugins: [leanSealing],
  })
  const inline = await bundle(root, dist, {
    entryPoints: byName(files.filter(isInline)),
    folder: 'inline',
    format: 'iife',
  })
  return {
    sources: [...new Set([desk, site, inline].flatMap(({ sources }) => sources))].sort(),
    scripts: { ...desk.files, ...site.files },
    inline: inline.files,
  }
}

type BundleWish = {
  readonly entryPoints: Record<string, string>
  readonly folder: 'assets' | 'inline'
  readonly format: 'esm' | 'iife'
  readonly plugins?: Plugin[]
}

async function bundle(root: string, dist: string, wish: BundleWish) {
  const { build } = await import('esbuild')
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: wish.entryPoints,
    outdir: join(dist, wish.folder),
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: wish.format,
    plugins: wish.plugins ?? [],
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'silent',
  })
  const whole = wholeScripts(metafile)
  const wanted = new Set(whole.map(([path]) => join(root, path)))
  for (const { path, contents } of outputFiles.filter(({ path }) => wanted.has(path))) {
    place(path, contents)
    if (wish.folder === 'assets') place(`${path}.br`, brotliCompressSync(contents))
  }
  const files = whole.map(([path, { entryPoint }]) => [
    nameOf(entryPoint ?? path),
    relative(dist, join(root, path)),
  ])
  const sources = Object.keys(metafile.inputs).filter((path) => path.startsWith('src/'))
  return { files: Object.fromEntries(files) as Record<string, string>, sources }
}

/** What another script brings along is a part of it, and no page asks for it alone. */
function wholeScripts({ inputs, outputs }: Metafile) {
  const parts = new Set(
    Object.values(inputs).flatMap(({ imports }) => imports.map(({ path }) => path)),
  )
  return Object.entries(outputs).filter(([, { entryPoint = '' }]) => !parts.has(entryPoint))
}

/** Entry points by name. Two scripts of one name would overwrite each other. */
function byName(files: readonly string[]): Record<string, string> {
  const named: Record<string, string> = {}
  for (const file of files) {
    const taken = named[nameOf(file)]
    if (taken) throw new Error(`${taken} and ${file} have the same name`)
    named[nameOf(file)] = file
  }
  return named
}

function nameOf(file: string): string {
  return basename(file).replace(/(\.inline)?\.client\.ts$/, '')
}

/** Writes a file so that nobody ever reads half of it. */
function place(path: string, contents: string | Uint8Array): void {
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, contents)
  renameSync(unfinished, path)
}

/** Drops what no manifest names. The one before stays, for who is reading it now. */
function prune(dist: string, manifests: readonly Manifest[]): void {
  const named = manifests.flatMap(({ styles, scripts, inline }) =>
    [styles, scripts, inline].flatMap((files) => Object.values(files)),
  )
  const kept = new Set(named.flatMap((file) => [file, `${file}.br`]))
  for (const file of globSync('{styles,assets,inline}/*.{css,js,br}', { cwd: dist })) {
    if (!kept.has(file)) rmSync(join(dist, file), { force: true })
  }
}

if (import.meta.main) {
  const built = await buildAssets()
  process.stdout.write(
    built ? 'Built styles and scripts.\n' : 'Styles and scripts are up to date.\n',
  )
}
