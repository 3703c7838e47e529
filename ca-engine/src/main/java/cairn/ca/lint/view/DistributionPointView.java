package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.List;

/**
 * A DistributionPoint (RFC 5280 section 4.2.1.13) or the name part of an issuingDistributionPoint (section 5.2.5).
 *
 * @param names the fullName
 * @param named whether there is a distributionPoint at all, fullName or nameRelativeToCRLIssuer
 * @param reasons whether it is for some reasons only
 * @param crlIssuer whether somebody else issues the list
 */
public record DistributionPointView(List<GeneralNameView> names, boolean named, boolean reasons, boolean crlIssuer) {
    static DistributionPointView of(Element element) throws MalformedException {
        if (!element.is(Tag.SEQUENCE)) {
            throw new MalformedException("not a DistributionPoint", "offset " + element.offset());
        }
        List<GeneralNameView> names = new ArrayList<>(1);
        boolean named = false;
        boolean reasons = false;
        boolean crlIssuer = false;
        for (Element part : element.children()) {
            if (part.is(Tag.constructed(0))) {
                named = true;
                names.addAll(fullName(part));
            } else if (part.is(Tag.primitive(1))) {
                reasons = true;
            } else if (part.is(Tag.constructed(2))) {
                crlIssuer = true;
            } else {
                throw new MalformedException("not a DistributionPoint", "offset " + part.offset());
            }
        }
        return new DistributionPointView(names, named, reasons, crlIssuer);
    }

    /** The names inside a {@code [0] DistributionPointName}. */
    static List<GeneralNameView> fullName(Element explicit) throws MalformedException {
        Element choice = explicit.inside(0);
        if (choice.is(Tag.constructed(1))) {
            return List.of();
        }
        if (!choice.is(Tag.constructed(0)) || choice.children().isEmpty()) {
            throw new MalformedException("not a DistributionPointName", "offset " + choice.offset());
        }
        List<GeneralNameView> names = new ArrayList<>(1);
        for (Element name : choice.children()) {
            names.add(new GeneralNameView(name));
        }
        return names;
    }
}
