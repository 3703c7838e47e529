package cairn.testkit.pkcs11;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Slots, tokens, mechanisms and the initialisation of tokens. */
final class SlotFunctions {
    private static final long UNAVAILABLE = -1;
    private static final int LEAST_PIN = 4;
    private static final int LONGEST_PIN = 32;

    private final Library library;

    SlotFunctions(Library library) {
        this.library = library;
    }

    void register(Map<Function, Handler> table) {
        table.put(Function.C_GetSlotList, this::getSlotList);
        table.put(Function.C_GetSlotInfo, this::getSlotInfo);
        table.put(Function.C_GetTokenInfo, this::getTokenInfo);
        table.put(Function.C_GetMechanismList, this::getMechanismList);
        table.put(Function.C_GetMechanismInfo, this::getMechanismInfo);
        table.put(Function.C_InitToken, this::initToken);
        table.put(Function.C_InitPIN, this::initPin);
        table.put(Function.C_SetPIN, this::setPin);
    }

    private void getSlotList(Call call) throws RefusedException {
        library.requireInitialized();
        boolean presentOnly = call.flag(0);
        List<Long> slots = library.tokens().stream()
                .filter(token -> token.isPresent() || !presentOnly)
                .map(library::slotOf)
                .toList();
        call.answer(1, 2, slots);
    }

    private void getSlotInfo(Call call) throws RefusedException {
        VirtualToken token = library.slot(call.ulong(0));
        long present = token.isPresent() ? 1 : 0;
        call.struct(1)
                .putText("Java slot " + token.serialNumber(), 64)
                .putText("Cairn test kit", 32)
                .putUlong(present | 0x2 | 0x4)
                .putVersion(1, 2)
                .putVersion(3, 4);
    }

    private void getTokenInfo(Call call) throws RefusedException {
        VirtualToken token = library.present(call.ulong(0));
        List<VirtualSession> sessions = library.sessions(token);
        long readWrite = sessions.stream().filter(VirtualSession::isReadWrite).count();
        long most = token.limitsSessions() ? token.mostSessions() : 0;
        call.struct(1)
                .putText(token.label(), 32)
                .putText("Cairn test kit", 32)
                .putText("Java token", 16)
                .putText(token.serialNumber(), 16)
                .putUlong(flags(token))
                .putUlong(most)
                .putUlong(sessions.size())
                .putUlong(most)
                .putUlong(readWrite)
                .putUlong(LONGEST_PIN)
                .putUlong(LEAST_PIN)
                .putUlong(UNAVAILABLE)
                .putUlong(UNAVAILABLE)
                .putUlong(UNAVAILABLE)
                .putUlong(UNAVAILABLE)
                .putVersion(1, 2)
                .putVersion(3, 4)
                .putText("", 16);
    }

    /** CKF_RNG, CKF_LOGIN_REQUIRED and those that depend on the state. */
    private static long flags(VirtualToken token) {
        return 0x1
                | 0x4
                | (token.user().isSet() ? 0x8 : 0)
                | (token.hasPinPad() ? 0x100 : 0)
                | (token.isInitialized() ? 0x400 : 0)
                | token.user().flags() << 16
                | token.securityOfficer().flags() << 20;
    }

    private void getMechanismList(Call call) throws RefusedException {
        VirtualToken token = library.present(call.ulong(0));
        call.answer(
                1, 2, Mechanisms.of(token).stream().map(Mechanisms.Info::type).toList());
    }

    private void getMechanismInfo(Call call) throws RefusedException {
        Mechanisms.Info info = Mechanisms.find(library.present(call.ulong(0)), call.ulong(1));
        call.struct(2).putUlong(info.least()).putUlong(info.most()).putUlong(info.flags());
    }

    private void initToken(Call call) throws RefusedException {
        VirtualToken token = library.present(call.ulong(0));
        if (!library.sessions(token).isEmpty()) {
            throw new RefusedException(Pkcs11.CKR_SESSION_EXISTS);
        }
        byte[] pin = typed(token, call, 1, 2);
        if (token.isInitialized()) {
            token.securityOfficer()
                    .check(token.hasPinPad() ? token.securityOfficer().entered() : pin);
        } else {
            requireLength(pin);
        }
        byte[] label = Memory.at(call.target(3), 32).toArray(ValueLayout.JAVA_BYTE);
        token.reset(new String(label, StandardCharsets.UTF_8).stripTrailing(), pin);
    }

    private void initPin(Call call) throws RefusedException {
        VirtualSession session = library.session(call.ulong(0));
        session.requireReadWrite();
        VirtualToken token = session.token();
        if (token.loggedIn() != VirtualToken.LoggedIn.SECURITY_OFFICER) {
            throw new RefusedException(Pkcs11.CKR_USER_NOT_LOGGED_IN);
        }
        byte[] pin = call.bytes(1, 2);
        requireLength(pin);
        token.user().set(pin);
    }

    private void setPin(Call call) throws RefusedException {
        VirtualSession session = library.session(call.ulong(0));
        session.requireReadWrite();
        VirtualToken token = session.token();
        PinState pin =
                token.loggedIn() == VirtualToken.LoggedIn.SECURITY_OFFICER ? token.securityOfficer() : token.user();
        if (!pin.isSet()) {
            throw new RefusedException(Pkcs11.CKR_USER_PIN_NOT_INITIALIZED);
        }
        byte[] fresh = call.bytes(3, 4);
        requireLength(fresh);
        pin.check(call.bytes(1, 2));
        pin.set(fresh);
    }

    /** The PIN handed over, or what was typed on the pad. */
    static byte[] typed(VirtualToken token, Call call, int pin, int length) throws RefusedException {
        if (token.hasPinPad() != call.isNull(pin)) {
            throw new RefusedException(Pkcs11.CKR_ARGUMENTS_BAD);
        }
        return call.bytes(pin, length);
    }

    private static void requireLength(byte[] pin) throws RefusedException {
        if (pin.length < LEAST_PIN || pin.length > LONGEST_PIN) {
            throw new RefusedException(Pkcs11.CKR_PIN_LEN_RANGE);
        }
    }
}
