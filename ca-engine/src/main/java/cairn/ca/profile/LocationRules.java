package cairn.ca.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * Where CRLs, the issuer's certificate and a responder are found (RFC 5280 sections 4.2.1.13 and 4.2.2.1).
 *
 * @param omitCrls whether the address of a CRL is left out if one of its variables has no value; else it is refused
 * @param omitAccess the same for the other addresses
 */
record LocationRules(
        List<Template> crls, List<Template> caIssuers, List<Template> ocsp, boolean omitCrls, boolean omitAccess) {
    LocationRules {
        crls = List.copyOf(crls);
        caIssuers = List.copyOf(caIssuers);
        ocsp = List.copyOf(ocsp);
    }

    /** No address at all. */
    boolean isEmpty() {
        return crls.isEmpty() && caIssuers.isEmpty() && ocsp.isEmpty();
    }

    /** Hands over the extensions; what is refused is said in the draft. */
    void shape(Draft draft, Consumer<EncodedExtension> into) {
        List<GeneralName> lists = addresses("crl-distribution-points", crls, omitCrls, draft);
        if (!lists.isEmpty()) {
            // Several addresses of one point are several ways to the same list.
            GeneralNames names = new GeneralNames(lists.toArray(new GeneralName[0]));
            DistributionPoint point = new DistributionPoint(new DistributionPointName(names), null, null);
            into.accept(EncodedExtension.of(
                    Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point})));
        }
        List<AccessDescription> access = new ArrayList<>();
        access("ca-issuers", AccessDescription.id_ad_caIssuers, caIssuers, draft, access);
        access("ocsp", AccessDescription.id_ad_ocsp, ocsp, draft, access);
        if (!access.isEmpty()) {
            into.accept(EncodedExtension.of(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(access.toArray(new AccessDescription[0]))));
        }
    }

    private void access(
            String key,
            ASN1ObjectIdentifier method,
            List<Template> templates,
            Draft draft,
            List<AccessDescription> into) {
        addresses("authority-information-access." + key, templates, omitAccess, draft)
                .forEach(name -> into.add(new AccessDescription(method, name)));
    }

    private static List<GeneralName> addresses(String field, List<Template> templates, boolean omit, Draft draft) {
        List<GeneralName> names = new ArrayList<>(templates.size());
        for (Template template : templates) {
            Optional<List<String>> texts = template.expandList(draft.choices().variables());
            if (texts.isEmpty() && !omit) {
                draft.refuse("extensions." + field, "variable-missing", "give the variables of " + template);
            }
            for (String text : texts.orElse(List.of())) {
                NameSyntax.uri(text)
                        .ifPresent(
                                words -> draft.refuse("extensions." + field, "address", "\"" + text + "\": " + words));
                ASN1Encodable value = new DERIA5String(text);
                names.add(new GeneralName(GeneralName.uniformResourceIdentifier, value));
            }
        }
        return names;
    }
}
