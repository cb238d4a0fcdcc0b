/** Builds the product unless the build is newer than every source. */
export function build(): void
