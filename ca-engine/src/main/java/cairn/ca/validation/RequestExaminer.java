package cairn.ca.validation;

import cairn.ca.csr.CertificationRequest;
import cairn.ca.csr.RequestPolicy;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import java.util.ArrayList;
import java.util.List;

/** Says what a certification request asks for and whether a certificate may be made from it. */
final class RequestExaminer {
    private final RequestPolicy policy;

    RequestExaminer(RequestPolicy policy) {
        this.policy = policy;
    }

    Part examine(byte[] der) {
        Part part = new Part();
        CertificationRequest request;
        try {
            request = CertificationRequest.ofDer(der);
        } catch (MalformedException e) {
            part.add(Finding.error(
                    "request.malformed",
                    "RFC 2986 section 4",
                    e.where(),
                    "This is not a well-formed certification request: " + e.what() + "."));
            return part;
        }
        policy.report(request).findings().forEach(part::add);
        part.describe(
                "Certification request: " + (request.subject().isEmpty() ? "(no subject)" : request.subject()),
                facts(request));
        return part;
    }

    private static List<Fact> facts(CertificationRequest request) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Subject", request.subject().toString()));
        facts.add(new Fact("Key", KeyWords.of(request.publicKey())));
        facts.add(new Fact("Key SHA-256", request.publicKey().fingerprint().hex()));
        facts.add(new Fact("Signed with", KeyWords.signature(request.signatureAlgorithm())));
        facts.add(new Fact("SHA-256", request.fingerprint().hex()));
        facts.add(new Fact(
                "Attributes",
                request.attributeTypes().isEmpty() ? "none" : String.join(", ", request.attributeTypes())));
        request.requestedExtensions()
                .ifPresent(extensions -> DescribedExtensions.of(extensions)
                        .forEach(f -> facts.add(new Fact("Asks for " + f.label(), f.value()))));
        return facts;
    }
}
