package cairn.testkit.pkcs11;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Map;

/** C_SignInit and what follows it. Signatures are made outside the library's lock, so that sessions work in parallel. */
final class SignFunctions {
    private final Library library;

    SignFunctions(Library library) {
        this.library = library;
    }

    void register(Map<Function, Handler> table) {
        table.put(Function.C_SignInit, this::signInit);
        table.put(Function.C_Sign, this::sign);
        table.put(Function.C_SignUpdate, this::signUpdate);
        table.put(Function.C_SignFinal, this::signFinal);
    }

    private void signInit(Call call) throws RefusedException {
        synchronized (library) {
            VirtualSession session = library.session(call.ulong(0));
            VirtualObject key = ObjectFunctions.require(session, call.ulong(2), Pkcs11.CKR_KEY_HANDLE_INVALID);
            Mechanisms.find(session.token(), call.struct(1).ulong());
            Signing signing = Signing.of(call.layout(), call.struct(1));
            if (key.privateKey().isEmpty() || key.ulong(Pkcs11.CKA_KEY_TYPE) != signing.keyType()) {
                throw new RefusedException(Pkcs11.CKR_KEY_TYPE_INCONSISTENT);
            }
            if (!key.isTrue(Pkcs11.CKA_SIGN)) {
                throw new RefusedException(Pkcs11.CKR_KEY_FUNCTION_NOT_PERMITTED);
            }
            session.beginSigning(new SignOperation(key, signing));
        }
    }

    private void sign(Call call) throws RefusedException {
        finish(call, call.bytes(1, 2), 3, 4);
    }

    private void signUpdate(Call call) throws RefusedException {
        synchronized (library) {
            library.session(call.ulong(0)).signing().update(call.bytes(1, 2));
        }
    }

    private void signFinal(Call call) throws RefusedException {
        SignOperation operation;
        synchronized (library) {
            operation = library.session(call.ulong(0)).signing();
        }
        finish(call, operation.updated(), 1, 2);
    }

    private void finish(Call call, byte[] data, int buffer, int length) throws RefusedException {
        SignOperation operation;
        PrivateKey key;
        synchronized (library) {
            VirtualSession session = library.session(call.ulong(0));
            operation = session.signing();
            key = operation.key().privateKey().orElseThrow();
            long room = call.ulongAt(length);
            int needed = Signing.length(key);
            // Section 5.2: a question for the length, and a buffer too small, leave the operation under way.
            call.putUlong(length, needed);
            if (call.isNull(buffer)) {
                return;
            }
            if (room < needed) {
                throw new RefusedException(Pkcs11.CKR_BUFFER_TOO_SMALL);
            }
            session.endSigning();
            operation.requireAuthenticated();
        }
        try {
            byte[] signature = operation.signing().sign(key, data, library.random());
            call.putUlong(length, signature.length);
            Memory.write(call.pointer(buffer), signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing with " + operation.signing(), e);
        }
    }
}
