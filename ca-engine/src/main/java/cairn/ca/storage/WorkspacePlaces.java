package cairn.ca.storage;

import cairn.ca.audit.AuthorityName;
import java.math.BigInteger;
import java.nio.file.Path;

/** Where things lie in a workspace's folder. */
record WorkspacePlaces(Path folder) {
    private static final String DATABASE_SUFFIX = ".mv.db";

    WorkspacePlaces {
        folder = folder.toAbsolutePath().normalize();
    }

    Path journal() {
        return folder.resolve("journal.cairn");
    }

    Path lock() {
        return folder.resolve("workspace.lock");
    }

    Path openMark() {
        return folder.resolve("register.open");
    }

    Path database() {
        return folder.resolve("register" + DATABASE_SUFFIX);
    }

    Path databaseBeingBuilt() {
        return folder.resolve("register-being-built" + DATABASE_SUFFIX);
    }

    Path databaseKeptAside(long sequence, int copy) {
        return folder.resolve("register-before-" + sequence + (copy == 0 ? "" : "-" + copy) + DATABASE_SUFFIX);
    }

    Path lists() {
        return folder.resolve("crls");
    }

    Path list(AuthorityName issuer, BigInteger number) {
        return lists().resolve(issuer + "-" + number + ".crl");
    }

    /** The folder in which a new workspace is put together before it gets its name. */
    Path beingCreated() {
        return folder.resolveSibling("." + folder.getFileName() + ".being-created");
    }

    /** What H2 calls a database file: its path without the suffix. */
    static String databaseName(Path file) {
        String path = file.toString();
        return path.substring(0, path.length() - DATABASE_SUFFIX.length());
    }
}
