package cairn.ca.x509;

import java.util.HashSet;
import java.util.Set;

/** Checks the extensions that restrict a path: policies and name constraints (RFC 5280 sections 4.2.1.4 to 4.2.1.11). */
final class PolicyStructure {
    private static final String USER_NOTICE = "1.3.6.1.5.5.7.2.2";
    private static final String CPS = "1.3.6.1.5.5.7.2.1";
    private static final int IA5_STRING = 0x16;

    private PolicyStructure() {}

    static void policies(DerReader reader) throws MalformedException {
        DerReader value = reader.enter(DerReader.SEQUENCE, "certificatePolicies");
        Set<String> seen = new HashSet<>();
        do {
            DerReader policy = value.enter(DerReader.SEQUENCE, "a policy");
            String oid = policy.oid("policyIdentifier");
            if (!seen.add(oid)) {
                throw policy.malformed("policy " + oid + " stands there twice");
            }
            if (policy.hasMore()) {
                qualifiers(policy.enter(DerReader.SEQUENCE, "policyQualifiers"));
            }
            policy.finish();
        } while (value.hasMore());
    }

    private static void qualifiers(DerReader value) throws MalformedException {
        do {
            DerReader qualifier = value.enter(DerReader.SEQUENCE, "a policy qualifier");
            switch (qualifier.oid("policyQualifierId")) {
                case CPS -> qualifier.skip(IA5_STRING, "cPSuri");
                case USER_NOTICE -> qualifier.skip(DerReader.SEQUENCE, "userNotice");
                default -> qualifier.skip("a policy qualifier");
            }
            qualifier.finish();
        } while (value.hasMore());
    }

    static void mappings(DerReader reader) throws MalformedException {
        DerReader value = reader.enter(DerReader.SEQUENCE, "policyMappings");
        do {
            DerReader mapping = value.enter(DerReader.SEQUENCE, "a policy mapping");
            mapping.oid("issuerDomainPolicy");
            mapping.oid("subjectDomainPolicy");
            mapping.finish();
        } while (value.hasMore());
    }

    static void constraints(DerReader reader) throws MalformedException {
        DerReader value = reader.enter(DerReader.SEQUENCE, "policyConstraints");
        if (!value.hasMore()) {
            throw value.malformed("neither of the two constraints is there");
        }
        if (value.nextIs(0x80)) {
            value.smallInteger(0x80, Integer.MAX_VALUE, "requireExplicitPolicy");
        }
        if (value.nextIs(0x81)) {
            value.smallInteger(0x81, Integer.MAX_VALUE, "inhibitPolicyMapping");
        }
        value.finish();
    }

    static void nameConstraints(DerReader reader) throws MalformedException {
        DerReader value = reader.enter(DerReader.SEQUENCE, "nameConstraints");
        if (!value.hasMore()) {
            throw value.malformed("neither permitted nor excluded names are there");
        }
        if (value.nextIs(0xA0)) {
            subtrees(value.enter(0xA0, "permittedSubtrees"));
        }
        if (value.nextIs(0xA1)) {
            subtrees(value.enter(0xA1, "excludedSubtrees"));
        }
        value.finish();
    }

    private static void subtrees(DerReader value) throws MalformedException {
        do {
            DerReader subtree = value.enter(DerReader.SEQUENCE, "a subtree");
            GeneralNameStructure.name(subtree, "a subtree", true);
            // minimum is 0 and maximum absent (RFC 5280 section 4.2.1.10), which DER writes as nothing at all.
            subtree.finish();
        } while (value.hasMore());
    }
}
