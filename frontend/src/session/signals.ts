// What tells that a time is over to who does not look: a sound made here, a buzz, and a screen that stays on.

const TONES = [880, 880, 1320] as const;
const EACH_S = 0.16;

export class Signals {
  private audio: AudioContext | undefined;
  private sounding: OscillatorNode[] = [];
  private lock: WakeLockSentinel | undefined;
  private awake = false;

  constructor() {
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && this.awake) void this.stayOn();
    });
  }

  /** Called on a tap: only then may a page make a sound. */
  ready(): void {
    try {
      this.audio ??= new AudioContext();
      void this.audio.resume();
    } catch {
      this.audio = undefined;
    }
  }

  /** Plans the sound for later by the sound's own clock, which goes on while the page is hidden. */
  soundIn(seconds: number): void {
    this.silence();
    const audio = this.audio;
    if (!audio || seconds < 0) return;
    const gain = audio.createGain();
    gain.gain.value = 0.25;
    gain.connect(audio.destination);
    this.sounding = TONES.map((pitch, place) => {
      const tone = audio.createOscillator();
      tone.frequency.value = pitch;
      tone.connect(gain);
      const begins = audio.currentTime + seconds + place * EACH_S * 1.5;
      tone.start(begins);
      tone.stop(begins + EACH_S);
      return tone;
    });
  }

  silence(): void {
    for (const one of this.sounding.splice(0)) {
      try {
        one.stop();
      } catch {
        // It is over already.
      }
    }
  }

  buzz(): void {
    navigator.vibrate?.([200, 100, 200]);
  }

  /** Keeps the screen on as long as the session goes on. */
  async stayOn(): Promise<void> {
    this.awake = true;
    try {
      this.lock = await navigator.wakeLock?.request("screen");
    } catch {
      this.lock = undefined;
    }
  }

  async rest(): Promise<void> {
    this.awake = false;
    await this.lock?.release().catch(() => undefined);
  }
}
