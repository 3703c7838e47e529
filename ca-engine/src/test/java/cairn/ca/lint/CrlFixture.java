package cairn.ca.lint;

import cairn.ca.lint.view.Oid;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;

/** A certificate revocation list in pieces, so that a test can break one of them. */
final class CrlFixture {
    private @Nullable ASN1Encodable version = new ASN1Integer(1);
    private ASN1Encodable inner = Asn1.algorithm("1.2.840.10045.4.3.2");
    private ASN1Encodable outer = inner;
    private ASN1Encodable issuer = new X500Name("CN=Issuing,O=Example");
    private ASN1Encodable thisUpdate = new DERUTCTime("260201000000Z");
    private @Nullable ASN1Encodable nextUpdate = new DERUTCTime("260301000000Z");
    private @Nullable List<ASN1Encodable> entries = new ArrayList<>(List.of(
            entry(BigInteger.valueOf(0x1234567), "260115120000Z", extension(Oid.REASON_CODE, false, reason(1))),
            entry(BigInteger.valueOf(0x1234568), "260115120000Z")));
    private final Map<String, ASN1Encodable> extensions = new LinkedHashMap<>();
    private boolean emptyExtensions;

    CrlFixture() {
        with(Oid.AUTHORITY_KEY_IDENTIFIER, false, Fixtures.aki());
        with(Oid.CRL_NUMBER, false, new ASN1Integer(7));
    }

    static ASN1Encodable reason(int code) {
        return new ASN1Enumerated(code);
    }

    static ASN1Encodable extension(String oid, boolean critical, ASN1Encodable value) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(Asn1.oid(oid));
        if (critical) {
            parts.add(ASN1Boolean.TRUE);
        }
        parts.add(new DEROctetString(Asn1.der(value)));
        return new DERSequence(parts);
    }

    static ASN1Encodable entry(BigInteger serial, String time, ASN1Encodable... extensions) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(serial));
        parts.add(new DERUTCTime(time));
        if (extensions.length > 0) {
            parts.add(new DERSequence(extensions));
        }
        return new DERSequence(parts);
    }

    CrlFixture version(@Nullable ASN1Encodable value) {
        version = value;
        return this;
    }

    CrlFixture signedWith(ASN1Encodable algorithm) {
        inner = algorithm;
        outer = algorithm;
        return this;
    }

    CrlFixture outerAlgorithm(ASN1Encodable algorithm) {
        outer = algorithm;
        return this;
    }

    CrlFixture issuer(ASN1Encodable name) {
        issuer = name;
        return this;
    }

    CrlFixture updates(ASN1Encodable from, @Nullable ASN1Encodable next) {
        thisUpdate = from;
        nextUpdate = next;
        return this;
    }

    CrlFixture entries(ASN1Encodable... list) {
        entries = List.of(list);
        return this;
    }

    /** A single entry with this extension. */
    CrlFixture entryWith(String oid, boolean critical, ASN1Encodable value) {
        return entries(entry(BigInteger.valueOf(77), "260115120000Z", extension(oid, critical, value)));
    }

    CrlFixture noEntries() {
        entries = null;
        return this;
    }

    CrlFixture with(String oid, boolean critical, ASN1Encodable value) {
        extensions.put(oid, extension(oid, critical, value));
        return this;
    }

    CrlFixture whole(String key, ASN1Encodable value) {
        extensions.put(key, value);
        return this;
    }

    CrlFixture without(String oid) {
        extensions.remove(oid);
        return this;
    }

    CrlFixture noExtensions(boolean listStays) {
        extensions.clear();
        emptyExtensions = listStays;
        return this;
    }

    byte[] der() {
        ASN1EncodableVector tbs = new ASN1EncodableVector();
        if (version != null) {
            tbs.add(version);
        }
        tbs.add(inner);
        tbs.add(issuer);
        tbs.add(thisUpdate);
        if (nextUpdate != null) {
            tbs.add(nextUpdate);
        }
        if (entries != null) {
            tbs.add(new DERSequence(entries.toArray(new ASN1Encodable[0])));
        }
        if (!extensions.isEmpty() || emptyExtensions) {
            tbs.add(new DERTaggedObject(
                    true, 0, new DERSequence(extensions.values().toArray(new ASN1Encodable[0]))));
        }
        return Asn1.der(Asn1.sequence(new DERSequence(tbs), outer, new DERBitString(new byte[] {1, 2, 3})));
    }
}
