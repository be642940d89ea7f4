"use strict";
// Undoes what packing.py does: bytes in the DEFLATE format (RFC 1951), of which `size` come out.
const inflate = (() => {
  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
  const DISTANCE_BITS = [0, 0, 0, 0, ...Array.from({ length: 26 }, (_, n) => 1 + (n >> 1))];
  const bases = (bits, first) => bits.map((_, n) => first + bits.slice(0, n).reduce((sum, b) => sum + 2 ** b, 0));
  const LENGTHS = bases(LENGTH_BITS, 3);
  LENGTHS[28] = 258;
  const DISTANCES = bases(DISTANCE_BITS, 1);

  // A code is known by how many of its words have each length, and by their symbols in order.
  function codeOf(lengths) {
    const counts = new Array(16).fill(0);
    for (const length of lengths) counts[length] += 1;
    counts[0] = 0;
    const starts = counts.map((_, n) => counts.slice(0, n).reduce((sum, count) => sum + count, 0));
    const symbols = [];
    lengths.forEach((length, symbol) => { if (length) symbols[starts[length]++] = symbol; });
    return { counts, symbols };
  }

  const FIXED = [
    codeOf(Array.from({ length: 288 }, (_, n) => (n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8))),
    codeOf(new Array(30).fill(5)),
  ];

  return (bytes, size) => {
    const out = new Uint8Array(size);
    let done = 0, at = 0, held = 0, count = 0;

    function bits(wanted) {
      for (; count < wanted; count += 8) {
        if (at >= bytes.length) throw new Error("This page is not whole. Ask for it again.");
        held |= bytes[at++] << count;
      }
      const value = held & ((1 << wanted) - 1);
      held >>>= wanted;
      count -= wanted;
      return value;
    }

    function symbol({ counts, symbols }) {
      let word = 0, first = 0, index = 0;
      for (let length = 1; ; length += 1) {
        word = (word << 1) | bits(1);
        first <<= 1;
        if (word - first < counts[length]) return symbols[index + word - first];
        index += counts[length];
        first += counts[length];
      }
    }

    function stored() {
      held = count = 0;
      const length = bytes[at] | (bytes[at + 1] << 8);
      out.set(bytes.subarray(at + 4, at + 4 + length), done);
      at += 4 + length;
      done += length;
    }

    function codes() {
      const [words, distances, sizes] = [bits(5) + 257, bits(5) + 1, bits(4) + 4];
      const short = new Array(19).fill(0);
      for (let n = 0; n < sizes; n += 1) short[ORDER[n]] = bits(3);
      const code = codeOf(short);
      const lengths = [];
      while (lengths.length < words + distances) {
        const found = symbol(code);
        if (found < 16) lengths.push(found);
        else if (found === 16) lengths.push(...new Array(3 + bits(2)).fill(lengths[lengths.length - 1]));
        else lengths.push(...new Array(found === 17 ? 3 + bits(3) : 11 + bits(7)).fill(0));
      }
      return [codeOf(lengths.slice(0, words)), codeOf(lengths.slice(words))];
    }

    function block([words, distances]) {
      for (let found = symbol(words); found !== 256; found = symbol(words)) {
        if (found < 256) {
          out[done++] = found;
          continue;
        }
        const length = LENGTHS[found - 257] + bits(LENGTH_BITS[found - 257]);
        const far = symbol(distances);
        const from = done - DISTANCES[far] - bits(DISTANCE_BITS[far]);
        for (let n = 0; n < length; n += 1) out[done++] = out[from + n];
      }
    }

    for (let last = 0; !last;) {
      last = bits(1);
      const kind = bits(2);
      if (kind === 0) stored();
      else block(kind === 1 ? FIXED : codes());
    }
    return out;
  };
})();
