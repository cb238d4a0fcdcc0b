import { createMemoryStore } from '../../server/store/memory-store.ts'
import { runBoardStoreTests } from './board-store.acceptance.ts'

runBoardStoreTests(async () => {
  const store = createMemoryStore()
  return { store, close: () => store.close() }
})
