import { createStore } from 'zustand/vanilla'
import { device } from '../../sync/device.ts'

/** Whether this device rings when the time is over. Off unless somebody wants it. */
export const sound = createStore<{ readonly isOn: boolean }>(() => ({ isOn: device.sound() }))

let audio: AudioContext | null = null

/** Browsers let a page sound only after it was pressed: the switch is that press. */
export function switchSound(isOn: boolean): void {
  device.saveSound(isOn)
  sound.setState({ isOn })
  if (isOn) ring()
}

const TONES_HZ = [660, 880] as const
const TONE_S = 0.35

/** Two soft tones. */
export function ring(): void {
  if (!sound.getState().isOn || typeof AudioContext === 'undefined') return
  audio ??= new AudioContext()
  void audio.resume()
  for (const [at, frequency] of TONES_HZ.entries()) {
    const from = audio.currentTime + at * TONE_S
    const tone = new OscillatorNode(audio, { frequency })
    const volume = new GainNode(audio, { gain: 0.0001 })
    volume.gain.setTargetAtTime(0.2, from, 0.02)
    volume.gain.setTargetAtTime(0.0001, from + TONE_S / 2, 0.08)
    tone.connect(volume).connect(audio.destination)
    tone.start(from)
    tone.stop(from + 2 * TONE_S)
  }
}
