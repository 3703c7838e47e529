package cairn.ca.profile;

/**
 * The rules of a profile, in the order in which they are applied.
 *
 * @param maxSize the most octets that the DER encoding of a certificate may have, signature included
 */
record ProfileRules(
        KeyRules keys,
        SubjectRules subject,
        NameRules names,
        ValidityRules validity,
        ExtensionRules extensions,
        int maxSize) {

    /** Fills in everything but the encoding. */
    void shape(Draft draft, boolean selfSigned) {
        keys.shape(draft);
        subject.shape(draft);
        names.shape(draft);
        validity.shape(draft);
        extensions.shape(draft, names, selfSigned);
        if (selfSigned) {
            refuseForeignIssuer(draft);
        } else if (draft.issuer().subject().isEmpty()) {
            draft.refuse("issuer", "issuer-name", "the issuer has no name; only a root signs itself");
        }
        if (draft.reasons().isEmpty()
                && draft.subject().isEmpty()
                && draft.names().isEmpty()) {
            draft.refuse("subject", "subject-or-names", "there is neither a subject nor an alternative name");
        }
    }

    private static void refuseForeignIssuer(Draft draft) {
        if (!draft.requested().key().keyIdentifier().equals(draft.issuer().keyId())) {
            draft.refuse("issuer", "self-signed", "this profile makes roots, and a root is signed by its own key");
        }
    }
}
