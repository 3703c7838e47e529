package cairn.bench;

import cairn.bench.measure.Rounds;

/**
 * How much is done.
 *
 * @param signatures a round
 * @param requests certificates a round
 * @param processes certificates a round where each needs a process of its own
 */
record Effort(int signatures, Rounds signing, int requests, int processes, Rounds issuing) {
    static final Effort FULL = new Effort(300, new Rounds(20, 31), 1000, 10, new Rounds(25, 11));
    static final Effort QUICK = new Effort(20, new Rounds(1, 2), 20, 2, new Rounds(0, 2));
}
