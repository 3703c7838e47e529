package cairn.testkit.pkcs11;

/** Ends a call with a return value other than CKR_OK. */
final class RefusedException extends Exception {
    private final long returnValue;

    RefusedException(long returnValue) {
        super("CK_RV 0x" + Long.toHexString(returnValue));
        this.returnValue = returnValue;
    }

    long returnValue() {
        return returnValue;
    }
}
