package cairn.testkit.pkcs11;

import java.time.Duration;

/** What may go wrong in a call. */
public sealed interface Fault {
    /** Nothing is done and {@code returnValue} is returned. */
    record Refuse(long returnValue) implements Fault {}

    /** It is done, and yet {@code returnValue} is returned: the answer is lost. */
    record LoseAnswer(long returnValue) implements Fault {}

    /** It is done late. */
    record Delay(Duration by) implements Fault {}

    /** It does not return before {@link FaultScript#release()}; then it is done. */
    record Hang() implements Fault {}

    /** One bit of the signature that C_Sign or C_SignFinal returns is wrong. */
    record WrongSignature() implements Fault {}

    /** The token is pulled out just before, with its sessions, until {@link VirtualToken#insert()}. */
    record RemoveToken() implements Fault {}

    /** All sessions of all tokens were closed just before. */
    record CloseSessions() implements Fault {}

    /** The user was logged out just before; sessions stay, handles of private objects die. */
    record LogOut() implements Fault {}

    /** All objects have got other handles just before; sessions and log-in stay. */
    record ForgetHandles() implements Fault {}

    /** Somebody else in the process called C_Finalize just before. */
    record FinalizeByOther() implements Fault {}

    /** The whole process ends with {@code status}, no matter what it was doing. */
    record ExitProcess(int status) implements Fault {}
}
