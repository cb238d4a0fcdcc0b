/** Why the server closes a socket. y-websocket takes 4400-4499 as final and retries after everything else. */
export const CloseCode = {
  /** Bytes that no browser of ours sends. */
  Malformed: 4400,
  /** The session is over or the person was removed. */
  SignedOut: 4401,
  /** A viewer wrote, or somebody wrote what nobody may write. */
  Forbidden: 4403,
  /** No such board, or not for you: both look the same. */
  NoBoard: 4404,
  /** This browser's copy cannot be merged any more; what it holds stays on the device. */
  Unmergeable: 4409,
  /** The board was deleted or replaced; the offline copy must go. */
  Replaced: 4410,
  /** This page is older than the server. */
  Outdated: 4426,
  /** The server restarts: come back by yourself. */
  Restart: 1012,
  /** This socket reads too slowly or sends too much: come back by yourself. */
  TryAgain: 1013,
} as const
export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode]
