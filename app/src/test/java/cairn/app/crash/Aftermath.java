package cairn.app.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.issuance.OpenIntent;
import cairn.ca.storage.OpeningReport;
import java.nio.file.Path;

/** Opens a workspace after a kill, compares it with the evidence and settles what is open. */
record Aftermath(Path workspace, Evidence evidence, Tally tally) {
    /** Counts for the report. */
    static final class Tally {
        private int kills;
        private int openIntents;
        private int torn;
        private int caughtUp;

        synchronized void add(OpeningReport report) {
            kills++;
            openIntents += report.openIntents();
            torn += report.tornOctets() > 0 ? 1 : 0;
            caughtUp += report.replayed() > 0 ? 1 : 0;
        }

        @Override
        public synchronized String toString() {
            return kills + " kills, intents left open and settled " + openIntents + ", torn journal end " + torn
                    + ", register caught up " + caughtUp;
        }

        synchronized int kills() {
            return kills;
        }

        synchronized int torn() {
            return torn;
        }

        synchronized int caughtUp() {
            return caughtUp;
        }
    }

    private static final Observer NOBODY = new Observer() {
        @Override
        public void reached(Step step) {}

        @Override
        public void seen(String what, byte[] octets) {}
    };

    void ofProgram(Step step) throws Exception {
        try (Workbench bench = new Workbench(workspace, NOBODY)) {
            OpeningReport report = bench.register().report();
            assertFalse(report.closedInOrder(), "a killed program was not noticed");
            assertFalse(report.words().isEmpty(), "the next start says nothing");
            assertEquals(step.left() == Step.Left.OPEN_INTENT ? 1 : 0, report.openIntents(), "open intents");
            assertEquals(step.tearsAWrite(), report.tornOctets() > 0, "a torn end of the journal");
            tally.add(report);
            evidence.compare(bench.register());
            settle(bench);
            evidence.compare(bench.register());
        }
    }

    static void settle(Workbench bench) throws Exception {
        for (OpenIntent open : bench.settlement().open()) {
            bench.settlement().close(open.intent().id(), AuditEvent.Signed.MAYBE, "the program was killed");
        }
        bench.lists().closeInterrupted();
        assertTrue(bench.settlement().open().isEmpty());
        assertTrue(bench.lists().openIntents().isEmpty());
    }
}
