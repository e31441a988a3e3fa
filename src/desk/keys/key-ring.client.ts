/** Keeps an officer's key through a session. Without it the officer would type the passphrase on every page. */
import { type BoxKey, closeBox, openBox, parseBoxKey } from '../../sealing/box.ts'
import { type Identity, parseIdentity } from '../../sealing/identity.ts'
import { ask } from '../ask.client.ts'

// The box is in this browser, its key is at the server: neither alone has the officer's key, and
// signing out destroys both. Tabs of one browser lend each other the box.
const place = 'officer-key'
const tabs = new BroadcastChannel(place)
const patience = 200

export function keepIdentity(identity: Identity, unlockKey: BoxKey): void {
  sessionStorage.setItem(place, closeBox(identity, unlockKey))
}

/** The officer's key, or `undefined` where the passphrase has to be typed again. */
export async function findIdentity(): Promise<Identity | undefined> {
  const session = await ask('/session')
  const unlockKey = parseBoxKey(String(session.body['unlockKey']))
  if (unlockKey === undefined) return undefined
  // A tab's own box is of an earlier session where another tab has signed in since.
  return openedWith(unlockKey, ownBox()) ?? openedWith(unlockKey, await borrowBox())
}

function openedWith(unlockKey: BoxKey, box: string | undefined): Identity | undefined {
  const text = box === undefined ? undefined : openBox(box, unlockKey)
  if (box === undefined || text === undefined) return undefined
  sessionStorage.setItem(place, box)
  return parseIdentity(text)
}

/** Forgets the key in this tab alone. */
export function dropIdentity(): void {
  sessionStorage.removeItem(place)
}

/** Forgets the key in every tab, and leaves in all of them. */
export function forgetIdentity(): void {
  dropIdentity()
  tabs.postMessage('left')
}

/** Lends the box to other tabs, and leaves when another tab signs out. */
export function watchTabs(): void {
  tabs.addEventListener('message', ({ data }) => {
    const box = sessionStorage.getItem(place)
    if (data === 'asks' && box !== null) tabs.postMessage({ box })
    if (data === 'left' && box !== null) {
      sessionStorage.removeItem(place)
      location.assign('/sign-in?left=yes')
    }
  })
}

function ownBox(): string | undefined {
  return sessionStorage.getItem(place) ?? undefined
}

function borrowBox(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patience)
    tabs.addEventListener('message', ({ data }) => {
      if (typeof data?.box !== 'string') return
      clearTimeout(timer)
      resolve(data.box)
    })
    tabs.postMessage('asks')
  })
}
