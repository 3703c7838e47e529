package cairn.ca.engine;

import java.time.InstantSource;

/** All ports in memory over one journal. */
public final class MemoryPorts {
    private final Faults faults = new Faults();
    private final MemoryJournal journal;
    private final MemoryAuthorityRegister authorities;
    private final MemoryCertificateLedger certificates;
    private final MemoryRevocationRegister revocations;
    private final MemoryCrlLedger lists;

    /** Empty ones whose journal reads this clock. */
    public MemoryPorts(InstantSource clock) {
        journal = new MemoryJournal(clock, faults);
        authorities = new MemoryAuthorityRegister(journal, faults);
        certificates = new MemoryCertificateLedger(journal, faults);
        revocations = new MemoryRevocationRegister(journal, certificates, faults);
        lists = new MemoryCrlLedger(journal, faults);
    }

    /** As the engine sees them. */
    public Ports ports() {
        return new Ports(authorities, certificates, revocations, lists, journal);
    }

    /** What shall fail. */
    public Faults faults() {
        return faults;
    }

    /** The journal, to look into. */
    public MemoryJournal journal() {
        return journal;
    }

    /** The certificates, to look into. */
    public MemoryCertificateLedger certificates() {
        return certificates;
    }

    /** The lists, to look into. */
    public MemoryCrlLedger lists() {
        return lists;
    }
}
