package cairn.hsm.cryptoki;

/** A C_ function returned something other than CKR_OK. */
public final class CryptokiException extends Exception {
    private final CryptokiFunction function;
    private final long returnValue;

    /**
     * @param returnValue the CK_RV as an unsigned number
     */
    public CryptokiException(CryptokiFunction function, long returnValue) {
        this(function, returnValue, function + " returned " + ReturnValue.name(returnValue));
    }

    private CryptokiException(CryptokiFunction function, long returnValue, String message) {
        super(message);
        this.function = function;
        this.returnValue = returnValue;
    }

    /** It returned CKR_OK with a length that cannot be, and is treated as having returned CKR_GENERAL_ERROR. */
    static CryptokiException ofLength(CryptokiFunction function, long length, long room) {
        return new CryptokiException(
                function,
                ReturnValue.GENERAL_ERROR,
                function + " gave the length " + Long.toUnsignedString(length) + " where at most " + room
                        + " is possible; nothing of its answer is used");
    }

    /** The function that failed. */
    public CryptokiFunction function() {
        return function;
    }

    /** The CK_RV. */
    public long returnValue() {
        return returnValue;
    }

    /** Whether it returned exactly this. */
    public boolean is(long value) {
        return returnValue == value;
    }
}
