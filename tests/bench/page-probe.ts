/** What the page notes down about itself; reached as `window.probe`. All times are `performance.now()`. */
export interface Probe {
  /** When each frame began. */
  readonly frames: number[]
  /** When the whole document had come over the wire. */
  documentAt: number
  /** When the first cards had been painted. */
  firstAt: number
  /** When all cards were in the page, and when they had been painted. */
  mountedAt: number
  paintedAt: number
  /** Cards that React rendered, each time counted. */
  rendered: number
  /** Cards whose part of the page changed, each once per moment. */
  changed: number
  readonly last: Record<'mousemove' | 'mouseup', number>
  /** Resolves with the time after the paint that first shows what is asked for. */
  readonly painted: (selector: string) => Promise<number>
}

/** Runs in the page before everything else; nothing from outside this function can be used in it. */
export function installProbe(cards: number): void {
  interface Fiber {
    readonly flags: number
    readonly type: unknown
    readonly child: Fiber | null
    readonly sibling: Fiber | null
    readonly alternate: Fiber | null
    readonly memoizedProps: Readonly<Record<string, unknown>> | null
  }
  const DOCUMENT_BYTES = 20_000
  const PERFORMED_WORK = 1
  /** Called at the start of a frame: a message is delivered when that frame has been painted. */
  const afterThisPaint = (then: (at: number) => void): void => {
    const channel = new MessageChannel()
    channel.port1.addEventListener('message', () => {
      channel.port1.close()
      then(performance.now())
    })
    channel.port1.start()
    channel.port2.postMessage(null)
  }
  const probe: Probe = {
    frames: [],
    documentAt: 0,
    firstAt: 0,
    mountedAt: 0,
    paintedAt: 0,
    rendered: 0,
    changed: 0,
    last: { mousemove: 0, mouseup: 0 },
    painted: (selector) =>
      new Promise((resolve, reject) => {
        const end = performance.now() + 10_000
        const look = (): void => {
          if (document.querySelector(selector)) afterThisPaint(resolve)
          else if (performance.now() > end) reject(new Error(`nothing to be seen of ${selector}`))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
  }
  Object.assign(window, { probe })

  const frame = (at: number): void => {
    probe.frames.push(at)
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  for (const type of ['mousemove', 'mouseup'] as const) {
    window.addEventListener(type, (event) => (probe.last[type] = event.timeStamp), { capture: true })
  }

  const Original = window.WebSocket
  window.WebSocket = class extends Original {
    constructor(...args: ConstructorParameters<typeof Original>) {
      super(...args)
      this.addEventListener('message', ({ data }) => {
        if (data instanceof ArrayBuffer && data.byteLength > DOCUMENT_BYTES) probe.documentAt ||= performance.now()
      })
    }
  }

  const watch = new MutationObserver((records) => {
    const touched = new Set<Element>()
    for (const { target, type, attributeName } of records) {
      // The mark on the grabbed card is set straight on its element.
      if (type === 'attributes' && attributeName === 'data-grabbed') continue
      const card = (target instanceof Element ? target : target.parentElement)?.closest('[data-card]')
      if (card) touched.add(card)
    }
    probe.changed += touched.size
    if (probe.firstAt === 0 && document.querySelector('[data-card]')) {
      probe.firstAt = performance.now()
      requestAnimationFrame(() => afterThisPaint((at) => (probe.firstAt = at)))
    }
    if (probe.mountedAt === 0 && document.querySelectorAll('[data-card]').length >= cards) {
      probe.mountedAt = performance.now()
      requestAnimationFrame(() => afterThisPaint((at) => (probe.paintedAt = at)))
    }
  })
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })

  // React reports every commit to its developer tools. Only what was worked on differs from the tree before.
  const isCard = (fiber: Fiber): boolean => typeof fiber.type !== 'string' && fiber.child?.memoizedProps?.['data-card'] !== undefined
  const walk = (fiber: Fiber): void => {
    if ((fiber.flags & PERFORMED_WORK) !== 0 && isCard(fiber)) probe.rendered += 1
    if (fiber.alternate && fiber.alternate.child === fiber.child) return
    for (let child = fiber.child; child; child = child.sibling) walk(child)
  }
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      onCommitFiberRoot: (_id: number, root: { current: Fiber }) => walk(root.current),
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
      checkDCE: () => undefined,
    },
  })
}
