package cairn.testkit.pkcs11;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open session with what is under way in it. */
final class VirtualSession {
    private final VirtualToken token;
    private final boolean readWrite;
    private final Deque<Long> found = new ArrayDeque<>();
    private boolean searching;
    private @Nullable SignOperation signing;

    VirtualSession(VirtualToken token, boolean readWrite) {
        this.token = token;
        this.readWrite = readWrite;
    }

    VirtualToken token() {
        return token;
    }

    boolean isReadWrite() {
        return readWrite;
    }

    void requireReadWrite() throws RefusedException {
        if (!readWrite) {
            throw new RefusedException(Pkcs11.CKR_SESSION_READ_ONLY);
        }
    }

    void beginSearch(List<Long> handles) throws RefusedException {
        if (searching) {
            throw new RefusedException(Pkcs11.CKR_OPERATION_ACTIVE);
        }
        searching = true;
        found.addAll(handles);
    }

    /** The next handles found, at most {@code most}. */
    List<Long> found(long most) throws RefusedException {
        requireSearch();
        List<Long> next = new java.util.ArrayList<>();
        while (next.size() < most && !found.isEmpty()) {
            next.add(found.removeFirst());
        }
        return next;
    }

    void endSearch() throws RefusedException {
        requireSearch();
        searching = false;
        found.clear();
    }

    private void requireSearch() throws RefusedException {
        if (!searching) {
            throw new RefusedException(Pkcs11.CKR_OPERATION_NOT_INITIALIZED);
        }
    }

    void beginSigning(SignOperation operation) throws RefusedException {
        if (signing != null) {
            throw new RefusedException(Pkcs11.CKR_OPERATION_ACTIVE);
        }
        signing = operation;
    }

    SignOperation signing() throws RefusedException {
        if (signing == null) {
            throw new RefusedException(Pkcs11.CKR_OPERATION_NOT_INITIALIZED);
        }
        return signing;
    }

    void endSigning() {
        signing = null;
    }
}
