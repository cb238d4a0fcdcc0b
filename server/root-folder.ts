import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The product's own folder, whether this file runs as source or built into one below `dist`. */
export function rootFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'templates'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('The folder "templates" is missing beside the server.')
    folder = above
  }
  return folder
}
