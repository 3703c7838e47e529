package cairn.ca.profile;

import cairn.ca.lint.LintTag;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads profile files strictly: a key that is unknown, doubled or of the wrong type is refused with its place. */
public final class ProfileReader {
    /** The version of the file format that this reader reads. */
    public static final int VERSION = 1;

    /** The name of the published JSON schema. */
    public static final String SCHEMA = "urn:cairn:profile:1";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int LARGEST = 1 << 20;
    private static final int USUAL_LIMIT = 1 << 16;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String VERSION_KEY = "cairn-profile";

    private final ObjectReader file;
    private final Fingerprint digest;

    private ProfileReader(ObjectReader file, Fingerprint digest) {
        this.file = file;
        this.digest = digest;
    }

    /**
     * The profile in a file, UTF-8 with or without a byte order mark.
     *
     * @param fileName only for messages
     * @throws ProfileException with every problem that was found
     */
    public static Profile read(String fileName, byte[] content) throws ProfileException {
        Problems problems = new Problems();
        Optional<Profile> profile = ProfileText.decode(content, problems)
                .flatMap(text -> StrictJson.read(text, problems))
                .flatMap(json -> object(json, problems))
                .flatMap(file -> new ProfileReader(file, Fingerprint.of(content)).profile());
        if (profile.isEmpty() || !problems.isEmpty()) {
            throw new ProfileException(fileName, problems.inOrder());
        }
        return profile.get();
    }

    private static Optional<ObjectReader> object(Located json, Problems problems) {
        if (json instanceof Located.Members members) {
            return Optional.of(new ObjectReader(members, "", problems));
        }
        problems.add(json.place(), "", "a profile is an object, and here stands " + json.kind(), "start with {");
        return Optional.empty();
    }

    /** Empty only if a problem was recorded. */
    private Optional<Profile> profile() {
        Optional<ProfileHeader> header = header();
        KeyRules keys = keys();
        SubjectRules subject = SubjectReader.read(file);
        NameRules names = NamesReader.read(file);
        Optional<ValidityRules> validity = validity();
        Kind kind = header.map(ProfileHeader::kind).orElse(Kind.END_ENTITY);
        boolean selfSigned = header.map(ProfileHeader::selfSigned).orElse(false);
        ExtensionFacts facts = ExtensionsReader.read(file, kind);
        int maxSize = file.whole("max-size", 1, LARGEST).orElse(USUAL_LIMIT);
        file.finish();
        if (header.isEmpty() || validity.isEmpty() || !file.problems().isEmpty()) {
            return Optional.empty();
        }
        ProfileRules rules = new ProfileRules(keys, subject, names, validity.get(), facts.rules(), maxSize);
        new CoherenceCheck(file, kind, selfSigned, rules, facts).check();
        return Optional.of(new Profile(header.get(), rules));
    }

    private Optional<ProfileHeader> header() {
        file.text("$schema")
                .filter(s -> !s.equals(SCHEMA))
                .ifPresent(s ->
                        file.problem("$schema", "the schema is unknown", "write \"" + SCHEMA + "\" or remove the key"));
        if (file.require(VERSION_KEY)) {
            file.whole(VERSION_KEY, VERSION, VERSION);
        }
        file.require("name");
        Optional<String> name = file.word(
                "name",
                "1 to 63 small letters, digits and hyphens",
                text -> Optional.of(text).filter(t -> NAME.matcher(t).matches()));
        Optional<String> title = plain("title");
        String description = plain("description").orElse("");
        file.require("kind");
        Optional<String> kind = file.word(
                "kind",
                "root-authority, subordinate-authority or end-entity",
                text -> Optional.of(text)
                        .filter(List.of("root-authority", "subordinate-authority", "end-entity")::contains));
        List<String> tags = file.words(
                "lint",
                LintTag.all().size(),
                "one of: " + LintTag.all().stream().sorted().collect(Collectors.joining(", ")),
                text -> Optional.of(text).filter(LintTag.all()::contains));
        if (name.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProfileHeader(
                name.get(),
                title.orElse(name.get()),
                description,
                kind.get().equals("end-entity") ? Kind.END_ENTITY : Kind.AUTHORITY,
                kind.get().equals("root-authority"),
                Set.copyOf(tags),
                digest));
    }

    private Optional<String> plain(String key) {
        return file.word(
                key,
                "at most 500 visible characters",
                text -> new TextRule(Optional.empty(), 500).objection(text).isEmpty()
                        ? Optional.of(text)
                        : Optional.empty());
    }

    private KeyRules keys() {
        file.require("keys");
        List<KeyType> keys = file.words(
                "keys",
                KeyType.values().length,
                "one of: " + Arrays.stream(KeyType.values()).map(KeyType::word).collect(Collectors.joining(", ")),
                KeyType::ofWord);
        List<SignatureAlgorithm> signatures = file.words(
                "signatures",
                SignatureAlgorithm.values().length,
                "one of: "
                        + Arrays.stream(SignatureAlgorithm.values())
                                .map(SignatureAlgorithm::word)
                                .collect(Collectors.joining(", ")),
                SignatureAlgorithm::ofWord);
        return new KeyRules(keys, signatures);
    }

    private Optional<ValidityRules> validity() {
        file.require("validity");
        return file.object("validity").flatMap(this::validity);
    }

    private Optional<ValidityRules> validity(ObjectReader validity) {
        validity.require("default");
        validity.require("max");
        String expected = Lifetime.EXPECTED + ", at most 36525 days, or \"no expiration\"";
        Optional<Duration> usual = validity.word("default", expected, Lifetime::parseOrNone);
        Optional<Duration> longest = validity.word("max", expected, Lifetime::parseOrNone);
        Duration backdate = week(validity, "backdate");
        Duration maxBackdate = validity.has("max-backdate") ? week(validity, "max-backdate") : backdate;
        Duration maxPostdate = validity.word("max-postdate", Lifetime.EXPECTED, Lifetime::parse)
                .orElse(Duration.ZERO);
        boolean clip = validity.word(
                        "beyond-issuer",
                        "clip or refuse",
                        text -> Optional.of(text).filter(List.of("clip", "refuse")::contains))
                .map("clip"::equals)
                .orElse(false);
        validity.finish();
        if (usual.isEmpty() || longest.isEmpty()) {
            return Optional.empty();
        }
        if (usual.get().compareTo(longest.get()) > 0) {
            validity.problem("default", "the default is longer than the maximum", "make it at most the maximum");
        }
        if (backdate.compareTo(maxBackdate) > 0) {
            validity.problem("backdate", "it is longer than max-backdate", "make it at most max-backdate");
        }
        return Optional.of(new ValidityRules(usual.get(), longest.get(), backdate, maxBackdate, maxPostdate, clip));
    }

    /** Certificates that start long before they are made hide when they were made. */
    private static Duration week(ObjectReader validity, String key) {
        return validity.word(
                        key,
                        Lifetime.EXPECTED + ", at most 7 days",
                        text -> Lifetime.parse(text).filter(length -> length.compareTo(WEEK) <= 0))
                .orElse(Duration.ZERO);
    }
}
