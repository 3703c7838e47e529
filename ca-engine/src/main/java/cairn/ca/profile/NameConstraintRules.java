package cairn.ca.profile;

import cairn.ca.x509.AddressText;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;

/** nameConstraints of an authority (RFC 5280 section 4.2.1.10), always critical; left out if it would be empty. */
record NameConstraintRules(List<Subtree> permitted, List<Subtree> excluded, boolean omitMissing) {
    NameConstraintRules {
        permitted = List.copyOf(permitted);
        excluded = List.copyOf(excluded);
    }

    /** The kinds of name that can be constrained. */
    enum Form {
        DNS("dns"),
        EMAIL("email"),
        URI("uri"),
        IP("ip"),
        DIRECTORY("directory");

        private final String word;

        Form(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** One subtree as the profile writes it. */
    record Subtree(Form form, Template text) {}

    void shape(Draft draft) {
        GeneralSubtree[] allowed = subtrees("permitted", permitted, draft);
        GeneralSubtree[] forbidden = subtrees("excluded", excluded, draft);
        if (allowed.length + forbidden.length > 0) {
            draft.extension(
                    EncodedExtension.of(Extension.nameConstraints, true, new NameConstraints(allowed, forbidden)));
        }
    }

    private GeneralSubtree[] subtrees(String side, List<Subtree> trees, Draft draft) {
        List<GeneralSubtree> built = new ArrayList<>();
        for (Subtree tree : trees) {
            String field =
                    "extensions.name-constraints." + side + "." + tree.form().word();
            // A directory name may have spaces, so its variable stands for one name.
            Optional<List<String>> texts = tree.form() == Form.DIRECTORY
                    ? tree.text().expand(draft.choices().variables()).map(List::of)
                    : tree.text().expandList(draft.choices().variables());
            if (texts.isEmpty() && !omitMissing) {
                draft.refuse(field, "variable-missing", "give the variables of " + tree.text());
            }
            for (String text : texts.orElse(List.of())) {
                try {
                    built.add(new GeneralSubtree(name(tree.form(), text)));
                } catch (MalformedException e) {
                    draft.refuse(field, "name-constraint", String.valueOf(e.getMessage()));
                }
            }
        }
        return built.toArray(new GeneralSubtree[0]);
    }

    /** The base of a subtree; {@link MalformedException} with words if the text is not of this form. */
    static GeneralName name(Form form, String text) throws MalformedException {
        return switch (form) {
            case DNS -> new GeneralName(GeneralName.dNSName, host(text, text));
            case URI -> new GeneralName(GeneralName.uniformResourceIdentifier, host(text, withoutDot(text)));
            case EMAIL -> {
                int sign = text.indexOf('@');
                yield new GeneralName(GeneralName.rfc822Name, host(text, withoutDot(text.substring(sign + 1))));
            }
            case IP -> new GeneralName(GeneralName.iPAddress, new DEROctetString(network(text)));
            case DIRECTORY -> new GeneralName(DistinguishedName.parse(text).name());
        };
    }

    private static String withoutDot(String text) {
        return text.startsWith(".") ? text.substring(1) : text;
    }

    private static String host(String text, String host) throws MalformedException {
        Optional<String> objection = NameSyntax.dns(host, false);
        if (objection.isPresent()) {
            throw new MalformedException("\"" + text + "\": " + objection.get(), "name constraint");
        }
        return text;
    }

    /** Address and mask as one string of 8 or 32 octets, from the form 10.0.0.0/8. */
    private static byte[] network(String text) throws MalformedException {
        int slash = text.indexOf('/');
        String bits = text.substring(slash + 1);
        if (slash < 0 || !bits.matches("[0-9]{1,3}")) {
            throw new MalformedException("\"" + text + "\" is not a network such as 10.0.0.0/8", "name constraint");
        }
        byte[] address = AddressText.parse(text.substring(0, slash));
        int prefix = Integer.parseInt(bits);
        if (prefix > address.length * 8) {
            throw new MalformedException("\"" + text + "\" has too long a prefix", "name constraint");
        }
        byte[] network = new byte[address.length * 2];
        for (int i = 0; i < address.length; i++) {
            int ones = Math.min(8, Math.max(0, prefix - 8 * i));
            int mask = 0xFF << (8 - ones) & 0xFF;
            if ((address[i] & 0xFF & ~mask) != 0) {
                throw new MalformedException("\"" + text + "\" has bits behind its prefix", "name constraint");
            }
            network[i] = address[i];
            network[address.length + i] = (byte) mask;
        }
        return network;
    }
}
