package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about nameConstraints and each of its subtrees. */
class NameConstraintsRulesTest {
    private static final LintContext INTERNAL = LintContext.internal();
    private static final ASN1Encodable DOMAIN = Asn1.general(2, "example.org");

    private static CertificateFixture tree(ASN1Encodable... parts) {
        return Fixtures.constrained(0, parts);
    }

    /** The same finding whether the tree is permitted or excluded. */
    private static void bad(String rule, String place, String text, String words, ASN1Encodable... parts) {
        for (int list = 0; list < 2; list++) {
            says(rule, Fixtures.constrained(list, parts), "nameConstraints " + place + ": '" + text + "' " + words);
        }
        alone(rule, tree(parts), INTERNAL);
    }

    @Test
    void theMinimumIsZeroAndNotWritten() {
        bad(
                "rfc5280.subtree-minimum",
                "dNSName",
                "example.org",
                "has a minimum that is not zero",
                DOMAIN,
                Asn1.implicit(0, new ASN1Integer(1)));
        bad(
                "rfc5280.subtree-minimum",
                "dNSName",
                "example.org",
                "has a minimum that is not zero",
                DOMAIN,
                Asn1.implicit(0, new ASN1Integer(-1)));
        bad(
                "x690.subtree-minimum-encoded",
                "dNSName",
                "example.org",
                "writes out the minimum zero, which is the default",
                DOMAIN,
                Asn1.implicit(0, new ASN1Integer(0)));
        silent("rfc5280.subtree-minimum", tree(DOMAIN), tree(DOMAIN, Asn1.implicit(0, new ASN1Integer(0))));
        silent("x690.subtree-minimum-encoded", tree(DOMAIN), tree(DOMAIN, Asn1.implicit(0, new ASN1Integer(1))));
    }

    @Test
    void thereIsNoMaximum() {
        bad(
                "rfc5280.subtree-maximum",
                "dNSName",
                "example.org",
                "has a maximum",
                DOMAIN,
                Asn1.implicit(1, new ASN1Integer(0)));
        silent("rfc5280.subtree-maximum", tree(DOMAIN), tree(DOMAIN, Asn1.implicit(0, new ASN1Integer(0))));
    }

    @Test
    void kindsThatNobodyComparesAreFound() {
        bad(
                "rfc5280.subtree-registered-id",
                "registeredID",
                "",
                "constrains registeredID",
                Asn1.implicit(8, Asn1.oid("1.2.3")));
        bad("rfc5280.subtree-x400", "x400Address", "", "constrains x400Address", Asn1.implicit(3, new DERSequence()));
        ASN1Encodable directory = Asn1.explicit(4, new X500Name("O=Example"));
        for (String rule : new String[] {"rfc5280.subtree-registered-id", "rfc5280.subtree-x400"}) {
            silent(rule, tree(directory), tree(DOMAIN), tree(Asn1.general(7, new byte[8])), tree(Asn1.general(5, "x")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0a00000000000001",
                "0a000000ff00ff00",
                "0a0000007fffffff",
                "0a000000fffffffd",
                "0a000000feff0000",
                "",
                "0a000000",
                "0a000000ffffff",
                "0a000000ffffffff00"
            })
    void aMaskWithAHoleOrAnotherLengthIsFound(String hex) {
        bad(
                "rfc5280.subtree-address",
                "iPAddress",
                "",
                "is not 8 or 32 octets with a mask of leading ones",
                Asn1.general(7, HexFormat.of().parseHex(hex)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0a00000000000000",
                "0a00000080000000",
                "0a000000fffffffe",
                "0a000000ffffffff",
                "0a000000fff00000",
                "ffffffffff000000"
            })
    void aMaskOfLeadingOnesIsProper(String hex) {
        silent("rfc5280.subtree-address", tree(Asn1.general(7, HexFormat.of().parseHex(hex))));
    }

    @Test
    void theMaskOfAnIpv6TreeIsItsSecondHalf() {
        byte[] tree = new byte[32];
        java.util.Arrays.fill(tree, 0, 16, (byte) 0xA5);
        silent("rfc5280.subtree-address", tree(Asn1.general(7, tree)));
        tree[16] = (byte) 0xFF;
        tree[17] = (byte) 0xF8;
        silent("rfc5280.subtree-address", tree(Asn1.general(7, tree)));
        tree[31] = 1;
        says(
                "rfc5280.subtree-address",
                tree(Asn1.general(7, tree)),
                "nameConstraints iPAddress: '' is not 8 or 32 octets with a mask of leading ones");
        silent("rfc5280.subtree-address", tree(Asn1.general(2, "abcdefg")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.example.org",
                "..example.org",
                "example..org",
                "example.org.",
                "a b.org",
                ".",
                "http://a.org",
                "a@b.org"
            })
    void whatIsNoDomainIsFoundInAHostTree(String text) {
        bad("rfc5280.subtree-dns", "dNSName", text, "is not the name of a domain", Asn1.general(2, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "org", ".org", "a_b.example.org", "EXAMPLE.org"})
    void aDomainWithOrWithoutADotIsProper(String text) {
        silent("rfc5280.subtree-dns", tree(Asn1.general(2, text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*.example.org", "@example.org", "a b@example.org", "..org", "org.", "a@", "-a.org", "a_b.org"})
    void whatIsNeitherAddressNorDomainIsFoundInAMailTree(String text) {
        for (int kind : new int[] {1, 6}) {
            bad(
                    "rfc5280.subtree-mail",
                    kind == 1 ? "rfc822Name" : "uniformResourceIdentifier",
                    text,
                    "is neither an address nor a host nor a domain",
                    Asn1.general(kind, text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "example.org", ".example.org", "ann@example.org", "localhost"})
    void anAddressAHostOrADomainIsProper(String text) {
        silent("rfc5280.subtree-mail", tree(Asn1.general(1, text)), tree(Asn1.general(6, text)));
    }

    @Test
    void eachTreeIsToldOfInItsOrder() {
        ASN1Encodable permitted = Asn1.implicit(
                0,
                Asn1.sequence(
                        Asn1.sequence(Asn1.general(2, "*.a")),
                        Asn1.sequence(DOMAIN),
                        Asn1.sequence(Asn1.general(2, "b."))));
        ASN1Encodable excluded = Asn1.implicit(1, Asn1.sequence(Asn1.sequence(Asn1.general(2, "c c"))));
        says(
                "rfc5280.subtree-dns",
                Fixtures.intermediate().extension(Oid.NAME_CONSTRAINTS, true, Asn1.sequence(permitted, excluded)),
                "nameConstraints dNSName: '*.a' is not the name of a domain",
                "nameConstraints dNSName: 'b.' is not the name of a domain",
                "nameConstraints dNSName: 'c c' is not the name of a domain");
    }

    @Test
    void somethingIsConstrained() {
        String[] found = {"nameConstraints: no subtree is permitted or excluded"};
        for (ASN1Encodable value : new ASN1Encodable[] {
            Asn1.sequence(),
            Asn1.sequence(Asn1.implicit(0, new DERSequence())),
            Asn1.sequence(Asn1.implicit(1, new DERSequence()))
        }) {
            says(
                    "rfc5280.name-constraints-empty",
                    Fixtures.intermediate().extension(Oid.NAME_CONSTRAINTS, true, value),
                    found);
        }
        silent("rfc5280.name-constraints-empty", tree(DOMAIN), Fixtures.intermediate());
    }

    @Test
    void onlyAnAuthorityConstrains() {
        CertificateFixture server = Fixtures.server()
                .extension(
                        Oid.NAME_CONSTRAINTS,
                        true,
                        Asn1.sequence(Asn1.implicit(0, Asn1.sequence(Asn1.sequence(DOMAIN)))));
        says("rfc5280.name-constraints-place", server, "nameConstraints: in the certificate of an end entity");
        alone("rfc5280.name-constraints-place", server, INTERNAL);
        silent("rfc5280.name-constraints-place", tree(DOMAIN), Fixtures.server());
    }
}
