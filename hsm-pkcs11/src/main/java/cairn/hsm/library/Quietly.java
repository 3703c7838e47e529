package cairn.hsm.library;

import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.token.TokenException;

/** Clean-up whose failure changes nothing: the handle is void either way. */
final class Quietly {
    private Quietly() {}

    /** Clean-up calls. */
    @FunctionalInterface
    interface CleanUp {
        void run() throws CryptokiException, TokenException;
    }

    /** Whether it went well, for those who care. */
    static boolean run(CleanUp work) {
        try {
            work.run();
            return true;
        } catch (CryptokiException | TokenException e) {
            return false;
        }
    }
}
