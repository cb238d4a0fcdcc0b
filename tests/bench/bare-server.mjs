// The naive limit of Node: `ws`, each frame to all others, nothing checked, nothing kept. Prints its port.
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('listening', () => console.log(server.address().port))
server.on('connection', (socket) => {
  socket.on('error', () => socket.terminate())
  socket.on('message', (data) => {
    for (const other of server.clients) if (other !== socket) other.send(data)
  })
})
process.on('SIGTERM', () => process.exit())
