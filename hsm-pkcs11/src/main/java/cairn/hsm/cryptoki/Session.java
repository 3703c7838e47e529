package cairn.hsm.cryptoki;

import java.util.List;

/** An open session, for the one thread that may use it now. */
public record Session(Cryptoki cryptoki, long handle) {
    /** The handles of the objects that have all these attributes. */
    public List<Long> find(Attribute... template) throws CryptokiException {
        return cryptoki.objects().find(handle, List.of(template));
    }

    /** These attributes of an object, as far as it shows them. */
    public AttributeValues attributes(long object, long... types) throws CryptokiException {
        return cryptoki.objects().attributes(handle, object, types);
    }
}
