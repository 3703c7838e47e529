package cairn.hsm.cryptoki;

import static cairn.hsm.cryptoki.CryptokiFunction.C_CloseAllSessions;
import static cairn.hsm.cryptoki.CryptokiFunction.C_CloseSession;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GetSessionInfo;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GetSessionValidationFlags;
import static cairn.hsm.cryptoki.CryptokiFunction.C_InitPIN;
import static cairn.hsm.cryptoki.CryptokiFunction.C_Login;
import static cairn.hsm.cryptoki.CryptokiFunction.C_LoginUser;
import static cairn.hsm.cryptoki.CryptokiFunction.C_Logout;
import static cairn.hsm.cryptoki.CryptokiFunction.C_OpenSession;
import static cairn.hsm.cryptoki.CryptokiFunction.C_SessionCancel;
import static cairn.hsm.cryptoki.CryptokiFunction.C_SetPIN;
import static cairn.hsm.cryptoki.FunctionTable.check;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Sessions and log-in (PKCS#11 section 5.6). A PIN is a native segment, or {@link MemorySegment#NULL} for a PIN pad. */
public final class SessionCalls {
    private final FunctionTable table;
    private final DescriptionReader reader;

    SessionCalls(FunctionTable table) {
        this.table = table;
        this.reader = new DescriptionReader(table);
    }

    /** C_OpenSession; a session handle. */
    public long open(long slotId, boolean readWrite) throws CryptokiException {
        long flags = Constants.Session.SERIAL_SESSION | (readWrite ? Constants.Session.RW_SESSION : 0);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = arena.allocate(table.abi.ulongBytes());
            check(
                    C_OpenSession,
                    table.calls.uuppp(
                            table.pointer(C_OpenSession),
                            slotId,
                            flags,
                            MemorySegment.NULL,
                            MemorySegment.NULL,
                            handle));
            return table.abi.readUlong(handle, 0);
        }
    }

    /** C_CloseSession. */
    public void close(long session) throws CryptokiException {
        check(C_CloseSession, table.calls.u(table.pointer(C_CloseSession), session));
    }

    /** C_CloseAllSessions of this process with the token in the slot. */
    public void closeAll(long slotId) throws CryptokiException {
        check(C_CloseAllSessions, table.calls.u(table.pointer(C_CloseAllSessions), slotId));
    }

    /** C_GetSessionInfo. */
    public Description.Session info(long session) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(table.structs.sessionInfo.size());
            check(C_GetSessionInfo, table.calls.up(table.pointer(C_GetSessionInfo), session, answer));
            return reader.session(answer);
        }
    }

    /** C_SessionCancel, since 3.0. {@code flags} are the CKF_ of the operations to end. */
    public void cancel(long session, long flags) throws CryptokiException {
        check(C_SessionCancel, table.calls.uu(table.pointer(C_SessionCancel), session, flags));
    }

    /** C_GetSessionValidationFlags, since 3.2. */
    public long validationFlags(long session, long type) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(table.abi.ulongBytes());
            check(
                    C_GetSessionValidationFlags,
                    table.calls.uup(table.pointer(C_GetSessionValidationFlags), session, type, answer));
            return table.abi.readUlong(answer, 0);
        }
    }

    /** C_Login. */
    public void login(long session, long userType, MemorySegment pin) throws CryptokiException {
        check(C_Login, table.calls.uupu(table.pointer(C_Login), session, userType, pin, pin.byteSize()));
    }

    /** C_LoginUser, since 3.0. {@code userName} is UTF-8. */
    public void loginUser(long session, long userType, MemorySegment pin, MemorySegment userName)
            throws CryptokiException {
        check(
                C_LoginUser,
                table.calls.uupupu(
                        table.pointer(C_LoginUser),
                        session,
                        userType,
                        pin,
                        pin.byteSize(),
                        userName,
                        userName.byteSize()));
    }

    /** C_Logout. */
    public void logout(long session) throws CryptokiException {
        check(C_Logout, table.calls.u(table.pointer(C_Logout), session));
    }

    /** C_InitPIN: sets the user's PIN as security officer. */
    public void initPin(long session, MemorySegment pin) throws CryptokiException {
        check(C_InitPIN, table.calls.upu(table.pointer(C_InitPIN), session, pin, pin.byteSize()));
    }

    /** C_SetPIN. */
    public void setPin(long session, MemorySegment old, MemorySegment fresh) throws CryptokiException {
        check(
                C_SetPIN,
                table.calls.upupu(table.pointer(C_SetPIN), session, old, old.byteSize(), fresh, fresh.byteSize()));
    }
}
