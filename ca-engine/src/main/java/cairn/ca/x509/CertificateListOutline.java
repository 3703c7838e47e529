package cairn.ca.x509;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The strict reading of a revocation list that came from outside (RFC 5280 section 5.1), in one pass and without an object
 * for each entry, so that a list of a million entries is no burden.
 */
public final class CertificateListOutline {
    /** So many different ones are remembered; one is enough to refuse a list. */
    private static final int MAX_CRITICAL = 20;

    private final byte[] encoded;
    private int version = 1;
    private byte[] toBeSigned = {};
    private byte[] algorithm = {};
    private byte[] signature = {};
    private @Nullable DistinguishedName issuer;
    private Instant thisUpdate = Instant.EPOCH;
    private @Nullable Instant nextUpdate;
    private int entriesOffset = -1;
    private int entries;
    private List<RevocationListExtension> extensions = List.of();
    private final List<String> criticalEntryExtensions = new ArrayList<>();

    private CertificateListOutline(byte[] encoded) {
        this.encoded = encoded;
    }

    /** Reads one DER list; refuses everything that is not exactly what the standard describes. */
    public static CertificateListOutline read(byte[] der) throws MalformedException {
        Der.requireDer(der);
        CertificateListOutline outline = new CertificateListOutline(der.clone());
        outline.readList();
        return outline;
    }

    private void readList() throws MalformedException {
        DerReader list = top();
        toBeSigned = list.element("tbsCertList");
        int offset = list.offset();
        algorithm = CertificateStructure.algorithm(list, "signatureAlgorithm");
        signature = list.wholeOctets("signatureValue");
        list.finish();
        DerReader tbs = top().enter(DerReader.SEQUENCE, "tbsCertList");
        if (tbs.nextIs(DerReader.INTEGER)) {
            version = tbs.smallInteger(DerReader.INTEGER, Integer.MAX_VALUE - 1, "version") + 1;
            if (version != 2) {
                throw tbs.malformed("version " + version + ", where only 2 can be written");
            }
        }
        if (!Arrays.equals(algorithm, CertificateStructure.algorithm(tbs, "signature"))) {
            throw new MalformedException(
                    "signatureAlgorithm differs inside and outside of what is signed (RFC 5280 section 5.1.1.2)",
                    "offset " + offset);
        }
        issuer = issuer(tbs);
        thisUpdate = DerTime.read(tbs, "thisUpdate");
        if (DerTime.isNext(tbs)) {
            nextUpdate = DerTime.read(tbs, "nextUpdate");
        }
        if (tbs.nextIs(DerReader.SEQUENCE)) {
            entriesOffset = tbs.offset();
            readEntries(tbs.enter(DerReader.SEQUENCE, "revokedCertificates"), null);
        }
        if (tbs.nextIs(0xA0)) {
            readExtensions(tbs);
        }
        tbs.finish();
    }

    private DerReader top() throws MalformedException {
        DerReader file = DerReader.of(encoded, "the list");
        return file.enter(DerReader.SEQUENCE, "the list");
    }

    private static DistinguishedName issuer(DerReader tbs) throws MalformedException {
        if (!tbs.nextIs(DerReader.SEQUENCE)) {
            throw tbs.malformed("issuer is not a name");
        }
        byte[] name = tbs.element("issuer");
        NameStructure.check(DerReader.of(name, "issuer"), "issuer");
        return DistinguishedName.ofDer(name);
    }

    private void readExtensions(DerReader tbs) throws MalformedException {
        if (version != 2) {
            throw tbs.malformed("a list of version 1 has extensions");
        }
        DerReader explicit = tbs.enter(0xA0, "crlExtensions");
        extensions = RevocationListExtension.read(explicit);
        explicit.finish();
        RevocationListExtension.checkAll(extensions);
    }

    /** Checks the entries; counts them where {@code visitor} is absent and hands them over where it is there. */
    private void readEntries(DerReader list, @Nullable Consumer<RevocationListEntry> visitor)
            throws MalformedException {
        while (list.hasMore()) {
            DerReader entry = list.enter(DerReader.SEQUENCE, "a revoked certificate");
            BigInteger serial = entry.integer(DerReader.INTEGER, "userCertificate");
            Instant date = DerTime.read(entry, "revocationDate");
            Optional<Integer> reason = Optional.empty();
            if (entry.nextIs(DerReader.SEQUENCE)) {
                if (version != 2) {
                    throw entry.malformed("a list of version 1 has an entry with extensions");
                }
                List<RevocationListExtension> all = RevocationListExtension.read(entry);
                reason = RevocationListExtension.reason(all);
                if (visitor == null) {
                    noteCritical(all);
                }
            }
            entry.finish();
            if (visitor == null) {
                entries++;
            } else {
                visitor.accept(new RevocationListEntry(serial, date, reason));
            }
        }
    }

    private void noteCritical(List<RevocationListExtension> all) {
        for (RevocationListExtension extension : all) {
            if (extension.critical()
                    && criticalEntryExtensions.size() < MAX_CRITICAL
                    && !criticalEntryExtensions.contains(extension.oid())) {
                criticalEntryExtensions.add(extension.oid());
            }
        }
    }

    /** Hands over every entry, in the order of the list. */
    public void forEachEntry(Consumer<RevocationListEntry> visitor) {
        if (entriesOffset < 0) {
            return;
        }
        try {
            DerReader tbs = top().enter(DerReader.SEQUENCE, "tbsCertList");
            while (tbs.offset() < entriesOffset) {
                tbs.skip("a field");
            }
            readEntries(tbs.enter(DerReader.SEQUENCE, "revokedCertificates"), visitor);
        } catch (MalformedException e) {
            throw new IllegalStateException("the list was read before", e);
        }
    }

    /** 1 or 2. */
    public int version() {
        return version;
    }

    /** The issuer, byte for byte. */
    public DistinguishedName issuer() {
        DistinguishedName name = issuer;
        if (name == null) {
            throw new IllegalStateException("read() sets the issuer");
        }
        return name;
    }

    /** thisUpdate (RFC 5280 section 5.1.2.4). */
    public Instant thisUpdate() {
        return thisUpdate;
    }

    /** nextUpdate (RFC 5280 section 5.1.2.5). */
    public Optional<Instant> nextUpdate() {
        return Optional.ofNullable(nextUpdate);
    }

    /** How many certificates are listed. */
    public int entries() {
        return entries;
    }

    /** Whether revokedCertificates is there and empty, which RFC 5280 section 5.1.2.6 forbids. */
    public boolean hasEmptyEntries() {
        return entriesOffset >= 0 && entries == 0;
    }

    /** The extensions of the list, in their order. */
    public List<RevocationListExtension> extensions() {
        return extensions;
    }

    /** The extension with this dotted identifier. */
    public Optional<RevocationListExtension> extension(String oid) {
        return extensions.stream().filter(e -> e.oid().equals(oid)).findFirst();
    }

    /** The identifiers of the critical extensions of entries, of twenty at most. */
    public List<String> criticalEntryExtensions() {
        return List.copyOf(criticalEntryExtensions);
    }

    /** cRLNumber (RFC 5280 section 5.2.3). */
    public Optional<BigInteger> number() {
        return extension(RevocationListExtension.NUMBER).map(RevocationListExtension::number);
    }

    /** The number of the list that this one adds to, where it is a delta list (RFC 5280 section 5.2.4). */
    public Optional<BigInteger> baseNumber() {
        return extension(RevocationListExtension.DELTA).map(RevocationListExtension::number);
    }

    /** The algorithm of the signature. */
    public AlgorithmIdentifier signatureAlgorithm() {
        return AlgorithmIdentifier.getInstance(algorithm);
    }

    /** Whether {@code key} signed the list. */
    public boolean isSignedBy(SubjectPublicKey key) {
        return SignatureCheck.verifies(key, signatureAlgorithm(), toBeSigned, signature);
    }

    /** The digest of the DER bytes. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(encoded);
    }
}
