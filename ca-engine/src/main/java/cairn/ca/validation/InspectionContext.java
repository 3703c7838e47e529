package cairn.ca.validation;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateListOutline;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known beside the file itself. Erasable, since it may hold a password. */
public final class InspectionContext {
    /** Nothing. */
    public static final InspectionContext NONE = new InspectionContext(null, List.of(), List.of());

    private final char @Nullable [] password;
    private final List<Certificate> issuers;
    private final List<CertificateListOutline> earlierLists;

    private InspectionContext(
            char @Nullable [] password, List<Certificate> issuers, List<CertificateListOutline> earlierLists) {
        this.password = password;
        this.issuers = List.copyOf(issuers);
        this.earlierLists = List.copyOf(earlierLists);
    }

    /** The same with the password of a key store, of which a copy is kept until {@link #wipe()}. */
    public InspectionContext withPassword(char[] secret) {
        return new InspectionContext(secret.clone(), issuers, earlierLists);
    }

    /** The same with certificates that may have issued what is inspected. */
    public InspectionContext withIssuers(List<Certificate> certificates) {
        return new InspectionContext(password, certificates, earlierLists);
    }

    /** The same with lists that came before the one inspected. */
    public InspectionContext withEarlierLists(List<CertificateListOutline> lists) {
        return new InspectionContext(password, issuers, lists);
    }

    /** A copy of the password, for the caller to wipe. */
    Optional<char[]> password() {
        return Optional.ofNullable(password).map(char[]::clone);
    }

    List<Certificate> issuers() {
        return issuers;
    }

    List<CertificateListOutline> earlierLists() {
        return earlierLists;
    }

    /** Overwrites the password. */
    public void wipe() {
        if (password != null) {
            Arrays.fill(password, '\0');
        }
    }
}
