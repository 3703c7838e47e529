package cairn.ca.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.engine.TestKeys;
import cairn.ca.x509.KeyType;
import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import cairn.testkit.SeededRandom;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Policies that outside issuers demand of our authority; OpenSSL and the JDK are asked the same. */
final class OutsidePolicyTest {
    private static final KeyPair KEY = TestKeys.generate(KeyType.EC_P256, SeededRandom.of(63));
    private static final KeyPair OTHER = TestKeys.generate(KeyType.EC_P256, SeededRandom.of(64));
    private static final String A = "1.3.6.1.4.1.99999.10";
    private static final String B = "1.3.6.1.4.1.99999.11";
    private static final String ANY = "2.5.29.32.0";

    /** One path. */
    record Case(String what, boolean accepted, Consumer<OutsidePath> bend) {
        OutsidePath path() {
            OutsidePath path = new OutsidePath(KEY, OTHER);
            bend.accept(path);
            return path;
        }

        @Override
        public String toString() {
            return what;
        }
    }

    private static Case good(String what, Consumer<OutsidePath> bend) {
        return new Case(what, true, bend);
    }

    private static Case bad(String what, Consumer<OutsidePath> bend) {
        return new Case(what, false, bend);
    }

    /** A path whose issuer demands a policy at once, with the policies of issuer, authority and device. */
    private static void demanding(OutsidePath path, String upper, String ours, String device) {
        constrain(path.upper, 0, -1);
        name(path.upper, upper);
        name(path.ours, ours);
        name(path.device, device);
    }

    private static void name(OutsidePath.Link link, String... policies) {
        DERSequence[] all = Stream.of(policies)
                .map(oid -> new DERSequence(new ASN1ObjectIdentifier(oid)))
                .toArray(DERSequence[]::new);
        link.with(Extension.certificatePolicies, false, new DERSequence(all));
    }

    private static void constrain(OutsidePath.Link link, int demand, int mapping) {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        if (demand >= 0) {
            fields.add(new DERTaggedObject(false, 0, new ASN1Integer(demand)));
        }
        if (mapping >= 0) {
            fields.add(new DERTaggedObject(false, 1, new ASN1Integer(mapping)));
        }
        link.with(Extension.policyConstraints, true, new DERSequence(fields));
    }

    private static void map(OutsidePath.Link link, String issuers, String subjects) {
        DERSequence pair = new DERSequence(
                new ASN1ObjectIdentifier[] {new ASN1ObjectIdentifier(issuers), new ASN1ObjectIdentifier(subjects)});
        link.with(Extension.policyMappings, true, new DERSequence(pair));
    }

    private static void inhibitAny(OutsidePath.Link link, int after) {
        link.with(Extension.inhibitAnyPolicy, true, new ASN1Integer(after));
    }

    static Stream<Case> cases() {
        return Stream.concat(demands(), mappings());
    }

    private static Stream<Case> demands() {
        return Stream.of(
                good("nobody demands any", p -> name(p.upper, A)),
                good("the same policy all the way", p -> demanding(p, A, A, A)),
                bad("ours has another", p -> demanding(p, A, B, B)),
                bad("ours has none", p -> {
                    constrain(p.upper, 0, -1);
                    name(p.upper, A);
                    name(p.device, A);
                }),
                bad("the one who demands has none", p -> {
                    constrain(p.upper, 0, -1);
                    name(p.ours, A);
                    name(p.device, A);
                }),
                good("a root's demand is its own affair", p -> constrain(p.root, 0, -1)),
                bad("ours demands what the path has not", p -> {
                    constrain(p.ours, 0, -1);
                    name(p.ours, A);
                    name(p.device, A);
                }),
                bad("the demand begins with the device", p -> constrain(p.upper, 2, -1)),
                good("the demand begins below the device", p -> constrain(p.upper, 3, -1)),
                bad("the demand of ours begins with the device", p -> constrain(p.ours, 1, -1)),
                good("the demand of ours begins below the device", p -> constrain(p.ours, 2, -1)),
                good(
                        "a demand that a number of machine size cannot hold",
                        p -> p.upper.with(
                                Extension.policyConstraints,
                                true,
                                new DERSequence(
                                        new DERTaggedObject(false, 0, new ASN1Integer(BigInteger.ONE.shiftLeft(24)))))),
                good("any policy of ours stands for the issuer's", p -> demanding(p, A, ANY, A)),
                good("any policy of the issuer leaves the choice", p -> demanding(p, ANY, B, B)),
                bad("any policy is inhibited", p -> {
                    demanding(p, A, ANY, A);
                    inhibitAny(p.upper, 0);
                }),
                good("any policy is inhibited from the device on", p -> {
                    demanding(p, A, ANY, A);
                    inhibitAny(p.upper, 1);
                }),
                good("a root's inhibition is its own affair", p -> {
                    demanding(p, A, ANY, A);
                    inhibitAny(p.root, 0);
                }),
                good("a certificate for the next key may say any policy although it is inhibited", p -> {
                    demanding(p, A, A, A);
                    inhibitAny(p.upper, 0);
                    p.rollover.present = true;
                    name(p.rollover, ANY);
                }),
                good("a certificate for the next key does not count", p -> {
                    constrain(p.upper, 3, -1);
                    p.rollover.present = true;
                }),
                bad("one demand outlasts another of the path", p -> {
                    constrain(p.upper, 1, -1);
                    constrain(p.ours, 9, -1);
                }));
    }

    private static Stream<Case> mappings() {
        return Stream.of(
                good("a policy is called otherwise below", p -> {
                    demanding(p, A, B, B);
                    map(p.upper, A, B);
                }),
                bad("its old name is gone", p -> {
                    demanding(p, A, A, A);
                    map(p.upper, A, B);
                }),
                good("any policy of the issuer is mapped", p -> {
                    demanding(p, ANY, B, B);
                    map(p.upper, A, B);
                }),
                bad("what nobody has is mapped in vain", p -> {
                    demanding(p, A, B, B);
                    map(p.upper, "1.3.6.1.4.1.99999.12", B);
                }),
                bad("mapping is inhibited", p -> {
                    constrain(p.upper, 0, 0);
                    List.of(p.upper, p.ours).forEach(each -> name(each, A));
                    name(p.device, B);
                    map(p.ours, A, B);
                }),
                good("mapping is inhibited from the device on", p -> {
                    constrain(p.upper, 0, 1);
                    List.of(p.upper, p.ours).forEach(each -> name(each, A));
                    name(p.device, B);
                    map(p.ours, A, B);
                }),
                bad("any policy is mapped", p -> {
                    name(p.upper, A);
                    map(p.upper, ANY, B);
                }),
                bad("a policy is mapped to any", p -> {
                    name(p.upper, A);
                    map(p.upper, A, ANY);
                }));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void cairnDecides(Case asked) throws Exception {
        AuthorityException.Refused refusal = asked.path().refusal();
        assertEquals(asked.accepted() ? "" : "policies", refusal == null ? "" : refusal.rule(), () -> "" + refusal);
    }

    @Test
    void openSslAndTheJdkDecideTheSame(@TempDir Path folder) throws Exception {
        ExternalTool openssl = OpenSsl.require();
        for (Case asked : cases().toList()) {
            String openSsl = asked.path().openSslObjects(openssl, folder);
            assertEquals(asked.accepted(), openSsl.isEmpty(), () -> asked + ": OpenSSL: " + openSsl);
            String jdk = asked.path().jdkObjects(false);
            assertEquals(asked.accepted(), jdk.isEmpty(), () -> asked + ": JDK: " + jdk);
        }
    }

    /** OpenSSL refuses it too, the JDK does not look. */
    @Test
    void aPolicyThatIsNamedTwiceIsRefused(@TempDir Path folder) throws Exception {
        OutsidePath path = new OutsidePath(KEY, OTHER);
        name(path.upper, A, A);
        AuthorityException.Refused refusal = path.refusal();
        assertEquals("policies", refusal == null ? "accepted" : refusal.rule());
        assertTrue(!path.openSslObjects(OpenSsl.require(), folder).isEmpty());
    }

    @Test
    void theOneWhoDemandsAndTheOneWhoFailsAreNamed() throws Exception {
        OutsidePath path = new OutsidePath(KEY, OTHER);
        demanding(path, A, B, B);
        AuthorityException.Refused refusal = path.refusal();
        assertEquals(
                "CN=Policy,O=Fjord (number 1 of the chain) demands a certificate policy of all below it, and with"
                        + " CN=Branch,O=Fjord none is left that the certificates of the path agree on"
                        + " (RFC 5280 section 6.1.3 (f))",
                refusal == null ? "accepted" : refusal.getMessage());
    }

    @Test
    void policiesThatCannotBeReadAreRefusedByTheirCertificate() throws Exception {
        for (ASN1ObjectIdentifier type :
                List.of(Extension.policyMappings, Extension.policyConstraints, Extension.inhibitAnyPolicy)) {
            OutsidePath path = new OutsidePath(KEY, OTHER);
            path.upper.with(type, true, new DERSequence(new ASN1Integer(7)));
            AuthorityException.Refused refusal = path.refusal();
            assertEquals("extension", refusal == null ? "accepted" : refusal.rule());
            assertTrue(String.valueOf(refusal).contains("CN=Policy,O=Fjord (number 1"), () -> "" + refusal);
        }
        OutsidePath negative = new OutsidePath(KEY, OTHER);
        inhibitAny(negative.upper, -1);
        AuthorityException.Refused refusal = negative.refusal();
        assertEquals("policies", refusal == null ? "accepted" : refusal.rule());
    }
}
