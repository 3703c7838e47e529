package cairn.ca.profile;

import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * What a profile says of extensions, in the form in which it can be checked and in that in which it is used.
 *
 * @param constrains whether the extended key usage of an authority is meant as a limit on what it issues
 * @param custom extensions that the profile gives in DER
 */
record ExtensionFacts(
        ExtensionRules rules,
        Set<String> usages,
        List<ASN1ObjectIdentifier> purposes,
        boolean constrains,
        Set<ASN1ObjectIdentifier> markers,
        List<ASN1ObjectIdentifier> custom) {
    ExtensionFacts {
        usages = Set.copyOf(usages);
        purposes = List.copyOf(purposes);
        markers = Set.copyOf(markers);
        custom = List.copyOf(custom);
    }
}
