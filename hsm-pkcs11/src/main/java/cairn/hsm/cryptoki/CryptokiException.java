package cairn.hsm.cryptoki;

/** A C_ function returned something other than CKR_OK. */
public final class CryptokiException extends Exception {
    private final CryptokiFunction function;
    private final long returnValue;

    /**
     * @param returnValue the CK_RV as an unsigned number
     */
    public CryptokiException(CryptokiFunction function, long returnValue) {
        super(function + " returned " + ReturnValue.name(returnValue));
        this.function = function;
        this.returnValue = returnValue;
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
