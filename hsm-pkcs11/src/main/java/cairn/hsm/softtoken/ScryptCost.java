package cairn.hsm.softtoken;

/**
 * The parameters of scrypt (RFC 7914 section 2). Bounded, so that a file from a stranger cannot ask for gigabytes.
 *
 * @param n CPU and memory cost, a power of two
 */
record ScryptCost(int n, int blockSize, int parallelism) {
    /** Eight times the standard; what a small machine can spare. */
    private static final long MOST_OCTETS = 256L << 20;

    /** 32 MiB and about a tenth of a second: what a person does not notice and a guesser does. */
    static final ScryptCost STANDARD = new ScryptCost(1 << 15, 8, 1);

    ScryptCost {
        if (n < 2 || n > 1 << 20 || Integer.bitCount(n) != 1) {
            throw new IllegalArgumentException("scrypt's N is a power of two up to 2^20, not " + n);
        }
        if (blockSize < 1 || blockSize > 16 || parallelism < 1 || parallelism > 4) {
            throw new IllegalArgumentException("scrypt's r or p is out of bounds");
        }
        if (128L * blockSize * n > MOST_OCTETS) {
            throw new IllegalArgumentException("scrypt would take " + 128L * blockSize * n + " octets of memory");
        }
        // RFC 7914 section 2: N is less than 2^(128 * r / 8).
        if (blockSize == 1 && n >= 1 << 16) {
            throw new IllegalArgumentException("scrypt's N is below 2^16 where r is 1, not " + n);
        }
    }
}
