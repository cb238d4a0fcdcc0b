/** Lets this browser keep the program itself, so that a board opens without a network. Browsers allow it over https and on localhost only. */
export function keepProgram(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // Without it everything works as before, as long as there is a network.
  navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => undefined)
}
