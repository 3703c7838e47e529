package cairn.app.authorities;

import cairn.app.fx.form.Field;
import cairn.ca.audit.AuthorityName;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;

/** What the person does on this screen. */
sealed interface AuthorityTask {
    /** Looks at the authority that is selected. */
    record Looking() implements AuthorityTask {}

    /** Makes a new one. */
    record Creating(CreationModel model) implements AuthorityTask {}

    /** Brings back the certificate of a request. */
    record Accepting(AuthorityName name, AcceptFiles files) implements AuthorityTask {}

    /** Takes one out of service. */
    record Retiring(AuthorityName name, Field why) implements AuthorityTask {}

    /** Writes one to a file. */
    record Exporting(AuthorityName name) implements AuthorityTask {}

    /** The files that came back from an outside issuer. */
    record AcceptFiles(SimpleObjectProperty<Optional<Path>> certificate, SimpleObjectProperty<Optional<Path>> chain) {}
}
