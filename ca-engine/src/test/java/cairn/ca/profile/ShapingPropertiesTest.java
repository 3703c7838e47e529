package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Octets;
import cairn.ca.x509.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/** Whatever is requested, a profile makes a readable certificate within its rules or refuses with words. */
class ShapingPropertiesTest {
    private static final IssuerData ISSUER = Shaping.anyIssuer();
    private static final List<Profile> PROFILES = ReadyMadeProfiles.names().stream()
            .map(Shaping::readyMade)
            .filter(profile -> !profile.isSelfSigned())
            .toList();

    /** An attribute of a request's subject. */
    record Pair(String type, String value) {}

    /** An extension of a request. */
    record Asked(String oid, Octets value) {}

    @Property(tries = 1_500)
    void anyRequestIsShapedWithinTheRulesOrRefusedWithWords(
            @ForAll("profiles") Profile profile,
            @ForAll("subjects") List<Pair> subject,
            @ForAll("extensions") List<Asked> asked)
            throws MalformedException {
        ShapeRequest request = Shaping.under(ISSUER, content(subject, asked));
        Comparison comparison = profile.compare(request);
        comparison.lines().forEach(ShapingPropertiesTest::isSafe);
        try {
            ToBeSigned shaped = profile.shape(request);
            assertTrue(comparison.isAccepted(), comparison.reasons().toString());
            check(profile, request, shaped);
        } catch (ProfileRefusal e) {
            assertEquals(e.reasons(), comparison.reasons());
            e.reasons()
                    .forEach(reason -> assertFalse(
                            reason.words().isEmpty() || reason.rule().isEmpty()));
        }
    }

    private static void check(Profile profile, ShapeRequest request, ToBeSigned shaped) throws MalformedException {
        Certificate certificate = shaped.withSignature(new byte[] {1});
        assertArrayEquals(shaped.encoded().toArray(), certificate.toBeSigned());
        assertEquals(ISSUER.subject(), certificate.issuer());
        assertEquals(request.serial(), certificate.serialNumber());
        assertEquals(shaped.validity(), certificate.validity());
        assertEquals(request.requested().key(), certificate.publicKey());
        assertTrue(ISSUER.validity().contains(certificate.validity()));
        assertEquals(profile.kind() == Kind.AUTHORITY, certificate.isAuthority());
        // Nothing but a name may come from the request: the rest of the extensions is the profile's.
        for (Object oid : certificate.holder().getExtensionOIDs()) {
            Extension extension = certificate.holder().getExtension((ASN1ObjectIdentifier) oid);
            assertFalse(
                    ExtensionWords.of(extension).startsWith("cannot be read"),
                    extension.getExtnId().getId());
        }
        assertTrue(certificate.extension(new ASN1ObjectIdentifier("1.2.3.4")).isEmpty());
    }

    private static void isSafe(Comparison.Line line) {
        String all = line.field() + line.requested() + line.result() + line.why();
        assertTrue(all.codePoints().noneMatch(PlainText::isUnsafe), all);
    }

    private static RequestedContent content(List<Pair> subject, List<Asked> asked) {
        X500NameBuilder name = new X500NameBuilder();
        subject.forEach(pair -> name.addRDN(new ASN1ObjectIdentifier(pair.type()), new DERUTF8String(pair.value())));
        List<Extension> extensions = new ArrayList<>();
        asked.stream()
                .filter(a ->
                        extensions.stream().noneMatch(e -> e.getExtnId().getId().equals(a.oid())))
                .forEach(a -> extensions.add(new Extension(
                        new ASN1ObjectIdentifier(a.oid()), true, a.value().toArray())));
        return new RequestedContent(
                DistinguishedName.of(name.build()),
                Shaping.publicKey(Shaping.SUBJECT_KEY),
                extensions.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Extensions(extensions.toArray(new Extension[0]))),
                OperatorChoices.none());
    }

    @Provide
    Arbitrary<Profile> profiles() {
        return Arbitraries.of(PROFILES);
    }

    @Provide
    Arbitrary<List<Pair>> subjects() {
        Arbitrary<String> types = Arbitraries.of(
                "2.5.4.3",
                "2.5.4.3",
                "2.5.4.6",
                "2.5.4.10",
                "2.5.4.5",
                "2.5.4.11",
                "1.3.6.1.4.1.37244.2.1",
                "1.2.840.113549.1.9.1",
                "1.2.3.4");
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        "DE", "dev-1", "a.example.org", "FFF1", "8000", "a@b.example", "x\u0000", "\u202Ex", "\n", ""),
                Arbitraries.strings().ofMaxLength(70));
        return Combinators.combine(types, values).as(Pair::new).list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Asked>> extensions() {
        Arbitrary<String> oids = Arbitraries.of(
                "2.5.29.17",
                "2.5.29.17",
                "2.5.29.19",
                "2.5.29.15",
                "2.5.29.37",
                "2.5.29.14",
                "2.5.29.35",
                "2.5.29.31",
                "2.5.29.32",
                "1.3.6.1.5.5.7.1.1",
                "2.5.29.30",
                "1.2.3.4");
        Arbitrary<byte[]> values = Arbitraries.oneOf(
                Arbitraries.of(
                                "300f820d612e6578616d706c652e6f7267",
                                "3015861373706966 66653a2f2f612f622f632d642e65",
                                "30030101ff",
                                "03020780",
                                "300a06082b06010505070301",
                                "3080",
                                "30068704c0000201",
                                "3003870100",
                                "3004a0020500",
                                "0500",
                                "")
                        .map(hex -> java.util.HexFormat.of().parseHex(hex.replace(" ", ""))),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(24));
        return Combinators.combine(oids, values.map(Octets::of))
                .as(Asked::new)
                .list()
                .ofMaxSize(4);
    }
}
