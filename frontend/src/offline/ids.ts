// Decides the id of an entry: UUIDv7 (RFC 9562, 5.7), so that ids made later sort later.

export const CHANCE_BYTES = 10;

/** The id of a moment (whole milliseconds since 1970) and ten bytes of chance, as `legday.model.ids.new_id` makes it. */
export function newId(ms: number, chance: Uint8Array): string {
  if (chance.length !== CHANCE_BYTES) throw new RangeError(`${chance.length} bytes of chance, ${CHANCE_BYTES} needed`);
  if (!Number.isSafeInteger(ms) || ms < 0 || ms >= 2 ** 48) throw new RangeError(`${ms} is no moment of an id`);
  const number = chance.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n);
  const high = (number >> 62n) & 0xfffn;
  const low = number & ((1n << 62n) - 1n);
  const whole = (BigInt(ms) << 80n) | (7n << 76n) | (high << 64n) | (2n << 62n) | low;
  const hex = whole.toString(16).padStart(32, "0");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A new id of a moment, with chance of this machine. */
export function idNow(ms: number): string {
  return newId(ms, crypto.getRandomValues(new Uint8Array(CHANCE_BYTES)));
}
