package cairn.ca.audit;

/** Hears how far a long piece of work is, and says whether it shall go on. Called often, so it answers at once. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens and nobody ends it. */
    Progress NONE = (done, total) -> true;

    /**
     * Whether the work goes on.
     *
     * @param done how much is done
     * @param total how much there is; 0 where that is not known
     */
    boolean goesOn(long done, long total);
}
