import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { devServer } from './vite.dev-server.ts'
import { ensureFonts } from './vite.fonts.ts'
import { offlineProgram } from './vite.offline.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

export default defineConfig(async ({ isSsrBuild }) => {
  await ensureFonts(path('./dist/fonts'))
  return {
    plugins: [react(), devServer(), offlineProgram()],
    resolve: {
      alias: {
        '@fonts': path('./dist/fonts'),
        // jsPDF offers these for html(), which is never used here.
        html2canvas: path('./src/export/pdf/unused.ts'),
        canvg: path('./src/export/pdf/unused.ts'),
        dompurify: path('./src/export/pdf/unused.ts'),
      },
    },
    build: isSsrBuild
      ? {
          outDir: 'dist/server',
          target: 'node20',
          rolldownOptions: { input: { main: path('./server/main.ts'), plan: path('./server/plan-command.ts') } },
        }
      : {
          outDir: 'dist/client',
          target: 'es2023',
          assetsInlineLimit: 0,
          // `npm run size` weighs what counts: the first screen, zipped.
          chunkSizeWarningLimit: 800,
          modulePreload: { polyfill: false },
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  { name: 'first', tags: ['$initial' as const], priority: 2 },
                  // Else the board would come in seventy files, most of a few hundred bytes.
                  { name: 'board', test: /[\\/]open-board-page\.tsx$/, priority: 1 },
                ],
              },
            },
          },
        },
    worker: { format: 'es' as const },
    server: { host: process.env['HOST'] ?? 'localhost', port: Number(process.env['PORT'] ?? 8080), strictPort: true },
    test: {
      testTimeout: 20_000,
      hookTimeout: 60_000,
      projects: [
        {
          extends: true as const,
          test: {
            name: 'parts',
            include: ['tests/**/*.test.{ts,tsx}'],
            exclude: ['tests/e2e/**'],
            globalSetup: ['tests/helpers/global-setup.ts'],
            maxWorkers: 2,
            sequence: { groupOrder: 0 },
          },
        },
        {
          extends: true as const,
          test: {
            name: 'browser',
            include: ['tests/e2e/**/*.test.ts'],
            globalSetup: ['tests/helpers/global-setup.ts'],
            // One browser at a time, after everything else: what waits for pixels must not compete for the processor.
            maxWorkers: 1,
            sequence: { groupOrder: 1 },
            testTimeout: 60_000,
            // A shared machine may stall for seconds; a test that needed a second try says so in the report.
            retry: process.env['CI'] ? 2 : 0,
          },
        },
      ],
    },
  }
})
