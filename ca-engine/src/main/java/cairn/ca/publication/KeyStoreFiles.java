package cairn.ca.publication;

import cairn.ca.x509.Certificate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Key stores and trust stores as the bytes of files. Passwords are char arrays that the caller wipes.
 */
public final class KeyStoreFiles {
    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    private KeyStoreFiles() {}

    /** The kinds of store. */
    public enum Format {
        /** PKCS#12 with PBES2 (AES-256) and an HMAC-SHA-256 integrity check. */
        PKCS12,
        /** PKCS#12 with Triple-DES and SHA-1, for programs that know nothing better. Weak. */
        PKCS12_LEGACY,
        /** The old Java key store. Weak. */
        JKS,
        /** Bouncy Castle's FIPS key store. */
        BCFKS
    }

    /** A private key with its chain, leaf first. */
    public record KeyEntry(String alias, PrivateKey key, List<Certificate> chain) {
        /** Takes a copy. */
        public KeyEntry {
            chain = List.copyOf(chain);
        }
    }

    /** A store with a private key and its chain, the private key under the same password. */
    public static byte[] keyStore(Format format, KeyEntry entry, char[] password) throws PublicationException {
        return switch (format) {
            case PKCS12 -> Pkcs12Writer.modern(true).keyStore(entry, password);
            case PKCS12_LEGACY -> Pkcs12Writer.legacy().keyStore(entry, password);
            case JKS, BCFKS -> store(format, Optional.of(entry), List.of(), password);
        };
    }

    /** A store of trusted certificates, named ca-1, ca-2, …; Java treats each as trusted. */
    public static byte[] trustStore(Format format, List<Certificate> trusted, char[] password)
            throws PublicationException {
        return switch (format) {
            case PKCS12 -> Pkcs12Writer.modern(false).trustStore(trusted, password);
            case PKCS12_LEGACY -> Pkcs12Writer.legacy().trustStore(trusted, password);
            case JKS, BCFKS -> store(format, Optional.empty(), trusted, password);
        };
    }

    /** Passes a store that opens with {@code password} and holds {@code entries} entries. */
    public static FilePublisher.Check opens(Format format, int entries, char[] password) {
        char[] kept = password.clone();
        return content -> {
            try {
                KeyStore store = instance(format);
                store.load(new ByteArrayInputStream(content), kept);
                if (store.size() != entries) {
                    throw new PublicationException("the key store holds " + store.size() + " entries, not " + entries);
                }
            } catch (GeneralSecurityException | IOException | RuntimeException e) {
                throw new PublicationException("the key store that was written cannot be opened", e);
            } finally {
                Arrays.fill(kept, '\0');
            }
        };
    }

    /** Passes a store that opens with {@code password} and holds the private key under its alias with its whole chain. */
    public static FilePublisher.Check holdsKey(Format format, KeyEntry entry, char[] password) {
        char[] kept = password.clone();
        return content -> {
            try {
                KeyStore store = instance(format);
                store.load(new ByteArrayInputStream(content), kept);
                java.security.cert.Certificate[] chain = store.getCertificateChain(entry.alias());
                if (chain == null
                        || !Arrays.equals(chain, chain(entry.chain()))
                        || !(store.getKey(entry.alias(), kept) instanceof PrivateKey key)) {
                    throw new PublicationException("the key store does not hold the key with its chain");
                }
                PrivateKeyText.requireKeyOf(entry.chain().getFirst(), key);
            } catch (GeneralSecurityException | IOException | RuntimeException e) {
                throw new PublicationException("the key store that was written cannot be opened", e);
            } finally {
                Arrays.fill(kept, '\0');
            }
        };
    }

    private static byte[] store(Format format, Optional<KeyEntry> entry, List<Certificate> trusted, char[] password)
            throws PublicationException {
        try {
            KeyStore store = instance(format);
            store.load(null, password);
            if (entry.isPresent()) {
                KeyEntry one = entry.get();
                store.setKeyEntry(one.alias(), one.key(), password, chain(one.chain()));
            }
            int number = 1;
            for (java.security.cert.Certificate certificate : chain(trusted)) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new PublicationException("the key store could not be made: " + e.getMessage(), e);
        }
    }

    private static KeyStore instance(Format format) throws GeneralSecurityException {
        return switch (format) {
            case PKCS12 -> KeyStore.getInstance("PKCS12");
            case PKCS12_LEGACY -> KeyStore.getInstance("PKCS12-3DES-3DES", BOUNCY_CASTLE);
            case JKS -> KeyStore.getInstance("JKS");
            case BCFKS -> KeyStore.getInstance("BCFKS", BOUNCY_CASTLE);
        };
    }

    private static java.security.cert.Certificate[] chain(List<Certificate> certificates)
            throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        java.security.cert.Certificate[] chain = new java.security.cert.Certificate[certificates.size()];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = factory.generateCertificate(
                    new ByteArrayInputStream(certificates.get(i).encoded()));
        }
        return chain;
    }
}
