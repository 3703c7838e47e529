package cairn.ca.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the variables in the rules of a profile, in the order of the certificate's fields. */
final class ProfileVariables {
    private final Map<String, Variable> found = new LinkedHashMap<>();

    private ProfileVariables() {}

    static List<Variable> of(ProfileRules rules) {
        ProfileVariables variables = new ProfileVariables();
        rules.subject().attributes().forEach(variables::subject);
        for (NameRule rule : rules.names().rules()) {
            variables.add(rule.always(), "alternative name, " + rule.type().word(), true);
        }
        NameConstraintRules constraints = rules.extensions().nameConstraints();
        variables.constraints("permitted below it: ", constraints.permitted(), !constraints.omitMissing());
        variables.constraints("excluded below it: ", constraints.excluded(), !constraints.omitMissing());
        LocationRules locations = rules.extensions().locations();
        variables.add(locations.crls(), "address of the CRL", !locations.omitCrls());
        variables.add(locations.caIssuers(), "address of the issuer's certificate", !locations.omitAccess());
        variables.add(locations.ocsp(), "address of the OCSP responder", !locations.omitAccess());
        return new ArrayList<>(variables.found.values());
    }

    private void subject(AttributeRule rule) {
        Optional<Template> template = rule.source().fixed().or(rule.source()::otherwise);
        boolean required = rule.least() > 0 && rule.source().fixed().isPresent();
        template.ifPresent(text -> add(List.of(text), "subject, " + rule.type().word(), required));
    }

    private void constraints(String side, List<NameConstraintRules.Subtree> trees, boolean required) {
        trees.forEach(tree -> add(List.of(tree.text()), side + tree.form().word() + " names", required));
    }

    /** One that stands in several places serves all their purposes. */
    private void add(List<Template> templates, String purpose, boolean required) {
        for (Template template : templates) {
            for (String name : template.variables()) {
                found.merge(name, new Variable(name, purpose, required), ProfileVariables::both);
            }
        }
    }

    private static Variable both(Variable one, Variable other) {
        String purpose =
                one.purpose().contains(other.purpose()) ? one.purpose() : one.purpose() + "; " + other.purpose();
        return new Variable(one.name(), purpose, one.required() || other.required());
    }
}
