package cairn.ca.profile;

import cairn.ca.x509.Der;
import cairn.ca.x509.ExtensionTitle;
import cairn.ca.x509.KeyIdentifier;
import cairn.ca.x509.MalformedException;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/**
 * Which extensions a certificate has, in this order: basic constraints, those that never change, key identifiers,
 * alternative names, name constraints, addresses, those copied from the request.
 *
 * @param constant the same octets in every certificate
 * @param copied extensions that are taken from the request as they are
 */
record ExtensionRules(
        PathLengthRule pathLength,
        List<EncodedExtension> constant,
        KeyIdentifierRules identifiers,
        NameConstraintRules nameConstraints,
        Locations places,
        List<ASN1ObjectIdentifier> copied) {
    private static final int CONTEXT_0 = 0x80;

    ExtensionRules {
        constant = List.copyOf(constant);
        copied = List.copyOf(copied);
    }

    /** Where lists, the issuer's certificate and a responder are found. */
    LocationRules locations() {
        return places.rules();
    }

    /** Which key identifiers there are (RFC 5280 sections 4.2.1.1 and 4.2.1.2). */
    record KeyIdentifierRules(boolean subject, boolean authority) {}

    void shape(Draft draft, NameRules names, boolean selfSigned) {
        pathLength.shape(draft, selfSigned);
        constant.forEach(draft::extension);
        if (identifiers.subject()) {
            byte[] id = draft.requested().key().keyIdentifier().octets();
            draft.extension(EncodedExtension.of(
                    Extension.subjectKeyIdentifier, false, DerParts.element(DerParts.OCTET_STRING, id)));
        }
        if (identifiers.authority()) {
            draft.extension(authorityKeyIdentifier(draft.issuer().keyId()));
        }
        names.extension(draft).ifPresent(draft::extension);
        nameConstraints.shape(draft);
        places.shape(draft);
        draft.requested().extensions().ifPresent(requested -> copied.forEach(oid -> copy(oid, requested, draft)));
    }

    private static void copy(ASN1ObjectIdentifier oid, Extensions requested, Draft draft) {
        Extension extension = requested.getExtension(oid);
        if (extension == null) {
            return;
        }
        byte[] value = extension.getExtnValue().getOctets();
        try {
            Der.requireDer(value);
            draft.extension(EncodedExtension.of(oid, extension.isCritical(), value));
        } catch (MalformedException e) {
            draft.refuse(
                    "extensions." + ExtensionTitle.of(oid.getId()),
                    "copied-extension",
                    "the request's value is not DER: " + e.getMessage());
        }
    }

    private static EncodedExtension authorityKeyIdentifier(KeyIdentifier issuer) {
        return EncodedExtension.of(
                Extension.authorityKeyIdentifier,
                false,
                DerParts.element(DerParts.SEQUENCE, DerParts.element(CONTEXT_0, issuer.octets())));
    }
}
