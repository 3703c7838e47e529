package cairn.ca.lint;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;

/** A certificate in pieces, so that a test can break one of them. The signature is a few octets of nothing. */
final class CertificateFixture {
    private @Nullable ASN1Encodable version = new DERTaggedObject(true, 0, new ASN1Integer(2));
    private ASN1Encodable serial = new ASN1Integer(new BigInteger("4a0102030405060708090a0b0c0d0e0f10111213", 16));
    private ASN1Encodable inner = Asn1.algorithm("1.2.840.10045.4.3.2");
    private ASN1Encodable outer = inner;
    private ASN1Encodable issuer = new X500Name("CN=Issuing,O=Example");
    private ASN1Encodable notBefore = new DERUTCTime("260101000000Z");
    private ASN1Encodable notAfter = new DERUTCTime("270101000000Z");
    private ASN1Encodable subject = new X500Name("CN=device-1,O=Example");
    private ASN1Encodable key = FixtureKeys.P256;
    private final List<ASN1Encodable> behindKey = new ArrayList<>();
    private final Map<String, ASN1Encodable> extensions = new LinkedHashMap<>();
    private boolean emptyExtensions;

    CertificateFixture version(@Nullable ASN1Encodable value) {
        version = value;
        return this;
    }

    CertificateFixture serial(BigInteger value) {
        serial = new ASN1Integer(value);
        return this;
    }

    CertificateFixture serial(ASN1Encodable value) {
        serial = value;
        return this;
    }

    CertificateFixture signedWith(ASN1Encodable algorithm) {
        inner = algorithm;
        outer = algorithm;
        return this;
    }

    CertificateFixture outerAlgorithm(ASN1Encodable algorithm) {
        outer = algorithm;
        return this;
    }

    CertificateFixture issuer(ASN1Encodable name) {
        issuer = name;
        return this;
    }

    CertificateFixture subject(ASN1Encodable name) {
        subject = name;
        return this;
    }

    CertificateFixture validity(ASN1Encodable from, ASN1Encodable to) {
        notBefore = from;
        notAfter = to;
        return this;
    }

    CertificateFixture key(ASN1Encodable value) {
        key = value;
        return this;
    }

    CertificateFixture behindKey(ASN1Encodable value) {
        behindKey.add(value);
        return this;
    }

    CertificateFixture extension(String oid, boolean critical, ASN1Encodable value) {
        return rawExtension(oid, critical, Asn1.der(value));
    }

    CertificateFixture rawExtension(String oid, boolean critical, byte[] value) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1ObjectIdentifier(oid));
        if (critical) {
            parts.add(org.bouncycastle.asn1.ASN1Boolean.TRUE);
        }
        parts.add(new DEROctetString(value));
        return wholeExtension(oid, new DERSequence(parts));
    }

    CertificateFixture wholeExtension(String key, ASN1Encodable value) {
        extensions.put(key, value);
        return this;
    }

    CertificateFixture without(String oid) {
        extensions.remove(oid);
        return this;
    }

    CertificateFixture noExtensions(boolean listStays) {
        extensions.clear();
        emptyExtensions = listStays;
        return this;
    }

    byte[] der() {
        ASN1EncodableVector tbs = new ASN1EncodableVector();
        if (version != null) {
            tbs.add(version);
        }
        tbs.add(serial);
        tbs.add(inner);
        tbs.add(issuer);
        tbs.add(Asn1.sequence(notBefore, notAfter));
        tbs.add(subject);
        tbs.add(key);
        behindKey.forEach(tbs::add);
        if (!extensions.isEmpty() || emptyExtensions) {
            DERSequence list = new DERSequence(extensions.values().toArray(new ASN1Encodable[0]));
            tbs.add(new DERTaggedObject(true, 3, list));
        }
        return Asn1.der(Asn1.sequence(new DERSequence(tbs), outer, new DERBitString(new byte[] {1, 2, 3})));
    }

    Certificate certificate() {
        try {
            return Certificate.ofDer(der());
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What Bouncy Castle reads from bytes that it would not write. */
    static ASN1Primitive parsed(byte[] der) {
        try {
            return ASN1Primitive.fromByteArray(der);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
