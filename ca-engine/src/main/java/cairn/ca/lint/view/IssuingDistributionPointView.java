package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of issuingDistributionPoint (RFC 5280 section 5.2.5).
 *
 * @param names the fullName
 * @param scopes which of onlyContainsUserCerts, onlyContainsCACerts, onlyContainsAttributeCerts are TRUE
 * @param someReasons whether onlySomeReasons is there
 * @param indirect indirectCRL
 * @param empty whether nothing at all is written
 */
public record IssuingDistributionPointView(
        List<GeneralNameView> names, List<String> scopes, boolean someReasons, boolean indirect, boolean empty) {
    static IssuingDistributionPointView of(Element element) throws MalformedException {
        if (!element.is(Tag.SEQUENCE)) {
            throw new MalformedException("not an IssuingDistributionPoint", "offset " + element.offset());
        }
        List<GeneralNameView> names = List.of();
        List<String> scopes = new ArrayList<>(1);
        boolean someReasons = false;
        boolean indirect = false;
        for (Element part : element.children()) {
            boolean set = part.length() == 1 && part.octet(0) != 0;
            switch (part.tag()) {
                case 0xA0 -> names = DistributionPointView.fullName(part);
                case 0x81 -> addIf(set, scopes, "onlyContainsUserCerts");
                case 0x82 -> addIf(set, scopes, "onlyContainsCACerts");
                case 0x83 -> someReasons = true;
                case 0x84 -> indirect = set;
                case 0x85 -> addIf(set, scopes, "onlyContainsAttributeCerts");
                default -> throw new MalformedException("not an IssuingDistributionPoint", "offset " + part.offset());
            }
        }
        return new IssuingDistributionPointView(
                names, scopes, someReasons, indirect, element.children().isEmpty());
    }

    private static void addIf(boolean condition, List<String> scopes, String word) {
        if (condition) {
            scopes.add(word);
        }
    }
}
