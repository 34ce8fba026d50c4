//! `zlib.crc32` and `zlib.adler32`.

/// The polynomial of IEEE 802.3, reflected.
const POLYNOMIAL: u32 = 0xedb8_8320;
/// The remainder of each byte.
const REMAINDERS: [u32; 256] = remainders();
/// The largest prime below 2^16.
const MODULUS: u32 = 65_521;
/// Bytes whose sums fit 32 bits before they are reduced (zlib's `NMAX`).
const MOST_UNREDUCED: usize = 5552;

/// `zlib.crc32(bytes, start)`; Python's default start is 0.
#[must_use]
pub fn crc32(bytes: &[u8], start: u32) -> u32 {
    let step = |sum: u32, byte: &u8| (sum >> 8) ^ REMAINDERS[usize::from(sum as u8 ^ byte)];
    !bytes.iter().fold(!start, step)
}

/// `zlib.adler32(bytes, start)` (RFC 1950); Python's default start is 1.
#[must_use]
pub fn adler32(bytes: &[u8], start: u32) -> u32 {
    let (mut sum, mut sums) = (start & 0xffff, start >> 16);
    for chunk in bytes.chunks(MOST_UNREDUCED) {
        for byte in chunk {
            sum += u32::from(*byte);
            sums += sum;
        }
        sum %= MODULUS;
        sums %= MODULUS;
    }
    sums << 16 | sum
}

const fn remainders() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < table.len() {
        let mut remainder = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            remainder = (remainder >> 1) ^ if remainder & 1 == 1 { POLYNOMIAL } else { 0 };
            bit += 1;
        }
        table[byte] = remainder;
        byte += 1;
    }
    table
}
