interface Patterns {
  hyphenateSync(text: string): string
}

declare module 'hyphen/de-1996/index.js' {
  const patterns: Patterns
  export default patterns
}

declare module 'hyphen/en-gb/index.js' {
  const patterns: Patterns
  export default patterns
}
