import { EventEmitter } from 'node:events'
import { Duplex } from 'node:stream'
import * as decoding from 'lib0/decoding'
import { expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { PersonId } from '../../src/model/ids.ts'
import { CloseCode } from '../../src/protocol/close-codes.ts'
import { Connection } from '../../server/socket/connection.ts'
import { frameBytes } from '../../server/socket/frame-bytes.ts'

class FakeSocket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  bufferedAmount = 0
  readonly ping = vi.fn()
  readonly terminate = vi.fn()
  readonly close = vi.fn()
}

function openConnection() {
  const webSocket = new FakeSocket()
  const written: Buffer[] = []
  const socket = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk)
      done()
    },
  })
  const receive = vi.fn()
  const connection = new Connection({
    webSocket: webSocket as unknown as WebSocket,
    socket,
    person: 'anna' as PersonId,
    messagesPerSecond: 30,
    bytesPerSecond: 256 * 1024,
    receive,
    closed: vi.fn(),
    dismissed: vi.fn(),
  })
  return { connection, webSocket, written, receive }
}

test('who answers every beat stays, who misses one is let go at the next', () => {
  const { connection, webSocket } = openConnection()
  for (let at = 0; at < 5; at++) {
    connection.beat()
    webSocket.emit('pong')
  }
  expect(webSocket.ping).toHaveBeenCalledTimes(5)
  expect(webSocket.terminate).not.toHaveBeenCalled()
  connection.beat()
  connection.beat()
  expect(webSocket.terminate).toHaveBeenCalledTimes(1)
})

test('every beat says something that y-websocket reads as a message and that changes nothing', () => {
  const { connection, written } = openConnection()
  connection.beat()
  const [frame] = written
  expect([...frame!]).toEqual([0x82, 3, 1, 1, 0])
  const decoder = decoding.createDecoder(frame!.subarray(2))
  expect(decoding.readVarUint(decoder)).toBe(1)
  const awareness = new Awareness(new Y.Doc())
  applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), null)
  expect(awareness.getStates().size).toBe(1)
  awareness.destroy()
})

test('what is for all is made ready once; what is for one follows it', () => {
  const common = [Uint8Array.of(1), new Uint8Array(200), new Uint8Array(70_000)]
  const first = frameBytes(common)
  expect(frameBytes(common)).toBe(first)
  expect([...first.subarray(0, 3)]).toEqual([0x82, 1, 1])
  expect([...first.subarray(3, 7)]).toEqual([0x82, 126, 0, 200])
  expect([...first.subarray(207, 217)]).toEqual([0x82, 127, 0, 0, 0, 0, 0, 1, 17, 112])
  const both = frameBytes(common, [Uint8Array.of(7)])
  expect(both.length).toBe(first.length + 3)
  expect(frameBytes(common)).toBe(first)
})

test('a reader that is a mebibyte behind is let go; a first big answer does not count', () => {
  const { connection, webSocket, written } = openConnection()
  const big = [new Uint8Array(3 * 1024 * 1024)]
  connection.send(big)
  webSocket.bufferedAmount = 3 * 1024 * 1024
  connection.send([Uint8Array.of(1)])
  expect(webSocket.close).not.toHaveBeenCalled()
  expect(written).toHaveLength(2)
  webSocket.bufferedAmount = 4.5 * 1024 * 1024
  connection.send([Uint8Array.of(1)])
  expect(webSocket.close).toHaveBeenCalledWith(CloseCode.TryAgain, expect.any(String))
  connection.send([Uint8Array.of(1)])
  expect(written).toHaveLength(2)
})

test('echoes of presence weigh little, other messages count in full', () => {
  const { webSocket, receive } = openConnection()
  for (let at = 0; at < 1000; at++) webSocket.emit('message', Buffer.from([1, 1, 0]), true)
  expect(receive).toHaveBeenCalledTimes(1000)
  for (let at = 0; at < 300; at++) webSocket.emit('message', Buffer.from([0, 0, 1, 0]), true)
  expect(receive.mock.calls.length).toBeLessThan(1300)
  expect(webSocket.close).toHaveBeenCalledWith(CloseCode.TryAgain, expect.any(String))
})
