package cairn.app.fx.dialog;

import cairn.app.problem.Problem;
import cairn.hsm.token.TokenException;
import org.jspecify.annotations.Nullable;

/** Tells apart a person who thought better of it. */
public final class GivenUp {
    private GivenUp() {}

    /** Whether this is only that nobody typed the PIN that was asked for: the person knows, and is told nothing. */
    public static boolean is(Problem problem) {
        @Nullable Throwable cause = problem;
        while (cause != null) {
            if (cause instanceof TokenException token) {
                return token.failure() == TokenException.Failure.LOGIN_REQUIRED && token.returnValue() == 0;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
