package cairn.ca.x509;

/** Bytes that are not what they should be: says what was expected and where the reading stopped. */
public final class MalformedException extends Exception {
    private final String what;
    private final String where;

    /**
     * @param what what is wrong, as a sentence without a full stop
     * @param where the place: "offset 17", "line 3", "extension 2.5.29.17"
     */
    public MalformedException(String what, String where) {
        super(what + " (" + where + ")");
        this.what = what;
        this.where = where;
    }

    /** As {@link #MalformedException(String, String)}, keeping the cause. */
    public MalformedException(String what, String where, Throwable cause) {
        super(what + " (" + where + ")", cause);
        this.what = what;
        this.where = where;
    }

    /** What is wrong, without the place. */
    public String what() {
        return what;
    }

    /** The place at which the reading stopped. */
    public String where() {
        return where;
    }
}
