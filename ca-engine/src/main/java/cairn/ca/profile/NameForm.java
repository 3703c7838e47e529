package cairn.ca.profile;

import cairn.ca.x509.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** What is particular to one kind of alternative name. */
sealed interface NameForm {
    /** Why a name is not allowed; empty if it is. */
    Optional<String> objection(AlternativeName name);

    /** The name that a text of the profile stands for. */
    AlternativeName read(String text) throws MalformedException;

    /** The name to use if the request has none of this kind. */
    default Optional<String> derived(Draft draft) {
        return Optional.empty();
    }

    /** DNS names. */
    record Dns(boolean wildcards, boolean fromCommonName) implements NameForm {
        @Override
        public Optional<String> objection(AlternativeName name) {
            return NameSyntax.dns(name.text(), wildcards);
        }

        @Override
        public AlternativeName read(String text) throws MalformedException {
            return AlternativeName.dns(text);
        }

        @Override
        public Optional<String> derived(Draft draft) {
            List<String> names = draft.subject().getOrDefault(AttributeType.COMMON_NAME, List.of());
            return fromCommonName && names.size() == 1
                    ? Optional.of(names.get(0))
                            .filter(n -> n.indexOf('.') > 0 && objectionTo(n).isEmpty())
                    : Optional.empty();
        }

        private Optional<String> objectionTo(String name) {
            return NameSyntax.dns(name, wildcards);
        }
    }

    /** Addresses. */
    record Ip() implements NameForm {
        @Override
        public Optional<String> objection(AlternativeName name) {
            return Optional.empty();
        }

        @Override
        public AlternativeName read(String text) throws MalformedException {
            return AlternativeName.ip(text);
        }
    }

    /**
     * URIs.
     *
     * @param schemes in lower case; empty for any
     */
    record Uri(boolean spiffe, List<String> schemes) implements NameForm {
        /** Takes a copy. */
        public Uri {
            schemes = List.copyOf(schemes);
        }

        @Override
        public Optional<String> objection(AlternativeName name) {
            String uri = name.text();
            Optional<String> objection = spiffe ? NameSyntax.spiffe(uri) : NameSyntax.uri(uri);
            if (objection.isPresent() || schemes.isEmpty()) {
                return objection;
            }
            String scheme = uri.substring(0, uri.indexOf(':')).toLowerCase(Locale.ROOT);
            return schemes.contains(scheme)
                    ? Optional.empty()
                    : Optional.of("the scheme is not one of " + String.join(", ", schemes));
        }

        @Override
        public AlternativeName read(String text) throws MalformedException {
            return AlternativeName.uri(text);
        }
    }

    /** Mailboxes. */
    record Email() implements NameForm {
        @Override
        public Optional<String> objection(AlternativeName name) {
            return NameSyntax.email(name.text());
        }

        @Override
        public AlternativeName read(String text) throws MalformedException {
            return AlternativeName.email(text);
        }
    }

    /**
     * Hardware module names (RFC 4108 section 5).
     *
     * @param hardwareType the only type allowed; empty for any
     * @param fromSerialNumber whether the subject's serial number makes one if the request has none
     */
    record Hardware(Optional<ASN1ObjectIdentifier> hardwareType, boolean fromSerialNumber) implements NameForm {
        private static final int MAX_SERIAL_DIGITS = 128;

        @Override
        public Optional<String> objection(AlternativeName name) {
            int colon = name.text().indexOf(':');
            int digits = name.text().length() - colon - 1;
            if (digits < 2 || digits > MAX_SERIAL_DIGITS) {
                return Optional.of("the serial number of the hardware has 1 to 64 octets");
            }
            return hardwareType
                    .map(ASN1ObjectIdentifier::getId)
                    .filter(id -> !id.equals(name.text().substring(0, colon)))
                    .map(id -> "the hardware type is not " + id);
        }

        @Override
        public AlternativeName read(String text) throws MalformedException {
            int colon = text.indexOf(':');
            Optional<ASN1ObjectIdentifier> type = colon < 0 ? hardwareType : ObjectIds.parse(text.substring(0, colon));
            if (type.isEmpty()) {
                throw new MalformedException("not a hardware type and serial number: " + text, "hardware module name");
            }
            byte[] serial = text.substring(colon + 1).getBytes(StandardCharsets.UTF_8);
            return AlternativeName.hardwareModule(type.get(), serial);
        }

        @Override
        public Optional<String> derived(Draft draft) {
            List<String> serials = draft.subject().getOrDefault(AttributeType.SERIAL_NUMBER, List.of());
            return fromSerialNumber && hardwareType.isPresent() && serials.size() == 1
                    ? Optional.of(hardwareType.get().getId() + ":" + serials.get(0))
                    : Optional.empty();
        }
    }
}
