package cairn.testkit.pkcs11;

/** What a function does. */
@FunctionalInterface
interface Handler {
    void perform(Call call) throws RefusedException;
}
