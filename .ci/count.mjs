// Prints one closing line that counts the tests, and fails when a browser test did not run.
import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const browser = report.testResults.filter((file) => file.name.includes('/tests/e2e/')).flatMap((file) => file.assertionResults)
const skipped = browser.filter((test) => test.status !== 'passed' && test.status !== 'failed')
if (browser.length === 0 || skipped.length > 0) console.log(`browser tests skipped: ${browser.length === 0 ? 'all' : skipped.length}`)
console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed`)
process.exit(browser.length === 0 || skipped.length > 0 || report.numFailedTests > 0 || report.numPassedTests === 0 ? 1 : 0)
