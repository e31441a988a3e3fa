/** Finds the parts of a page that a script works on. */

/** @throws when the page lacks the part, which only a mistake of ours can bring about */
export function part<Part extends Element = HTMLElement>(root: ParentNode, selector: string): Part {
  const found = root.querySelector<Part>(selector)
  if (found === null) throw new Error(`the page lacks ${selector}`)
  return found
}

/** The next moment at which what was just said can be read: slow work would hold it back. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100)
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(timer)
        resolve()
      }),
    )
  })
}
