package cairn.testkit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;

/** A {@link SecureRandom} that gives the same octets in every run: SHA-256 of seed and counter. For tests only. */
public final class SeededRandom extends SecureRandom {
    private SeededRandom(long seed) {
        super(new CountedDigest(seed), new TestProvider());
    }

    /** The stream of a seed. */
    public static SecureRandom of(long seed) {
        return new SeededRandom(seed);
    }

    @Override
    public String getAlgorithm() {
        return "Seeded";
    }

    private static final class TestProvider extends Provider {
        TestProvider() {
            super("CairnTest", "1", "repeatable randomness for tests");
        }
    }

    private static final class CountedDigest extends SecureRandomSpi {
        private static final int BLOCK = 32;
        private final long seed;
        private final byte[] block = new byte[BLOCK];
        private long counter;
        private int used = BLOCK;

        CountedDigest(long seed) {
            this.seed = seed;
        }

        @Override
        protected void engineSetSeed(byte[] more) {
            // A seed that is added later would make runs differ; the first one stays.
        }

        @Override
        protected synchronized void engineNextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                if (used == BLOCK) {
                    refill();
                }
                bytes[i] = block[used++];
            }
        }

        @Override
        protected byte[] engineGenerateSeed(int length) {
            byte[] bytes = new byte[length];
            engineNextBytes(bytes);
            return bytes;
        }

        private void refill() {
            byte[] input = ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(seed)
                    .putLong(counter++)
                    .array();
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(input);
                System.arraycopy(digest, 0, block, 0, BLOCK);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
            used = 0;
        }
    }
}
