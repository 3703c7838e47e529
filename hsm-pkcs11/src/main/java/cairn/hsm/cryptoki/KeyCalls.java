package cairn.hsm.cryptoki;

import static cairn.hsm.cryptoki.CryptokiFunction.C_Decrypt;
import static cairn.hsm.cryptoki.CryptokiFunction.C_DecryptInit;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GenerateKey;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GenerateKeyPair;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GenerateRandom;
import static cairn.hsm.cryptoki.CryptokiFunction.C_UnwrapKey;
import static cairn.hsm.cryptoki.CryptokiFunction.C_Verify;
import static cairn.hsm.cryptoki.CryptokiFunction.C_VerifyInit;
import static cairn.hsm.cryptoki.CryptokiFunction.C_WrapKey;
import static cairn.hsm.cryptoki.FunctionTable.check;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Key management, verification, decryption and random numbers (PKCS#11 sections 5.8 to 5.19). */
public final class KeyCalls {
    private final FunctionTable table;

    KeyCalls(FunctionTable table) {
        this.table = table;
    }

    /** The handles of a new key pair. */
    public record KeyPair(long publicKey, long privateKey) {}

    /** C_GenerateKeyPair. */
    public KeyPair generateKeyPair(
            long session, Mechanism mechanism, List<Attribute> publicTemplate, List<Attribute> privateTemplate)
            throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment publicKey = ulong(arena);
            MemorySegment privateKey = ulong(arena);
            check(
                    C_GenerateKeyPair,
                    table.calls.uppupupp(
                            table.pointer(C_GenerateKeyPair),
                            session,
                            mechanism(arena, mechanism),
                            Attribute.write(table, arena, publicTemplate),
                            publicTemplate.size(),
                            Attribute.write(table, arena, privateTemplate),
                            privateTemplate.size(),
                            publicKey,
                            privateKey));
            return new KeyPair(table.abi.readUlong(publicKey, 0), table.abi.readUlong(privateKey, 0));
        }
    }

    /** C_GenerateKey; the handle of a secret key. */
    public long generateKey(long session, Mechanism mechanism, List<Attribute> template) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment key = ulong(arena);
            check(
                    C_GenerateKey,
                    table.calls.uppup(
                            table.pointer(C_GenerateKey),
                            session,
                            mechanism(arena, mechanism),
                            Attribute.write(table, arena, template),
                            template.size(),
                            key));
            return table.abi.readUlong(key, 0);
        }
    }

    /** C_WrapKey. */
    public byte[] wrap(long session, Mechanism mechanism, long wrappingKey, long key) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment function = table.pointer(C_WrapKey);
            MemorySegment how = mechanism(arena, mechanism);
            return Answers.of(
                    table,
                    arena,
                    C_WrapKey,
                    (out, length) -> table.calls.upuupp(function, session, how, wrappingKey, key, out, length));
        }
    }

    /** C_UnwrapKey; the handle of the new key. */
    public long unwrap(long session, Mechanism mechanism, long unwrappingKey, byte[] wrapped, List<Attribute> template)
            throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment key = ulong(arena);
            check(
                    C_UnwrapKey,
                    table.calls.upupupup(
                            table.pointer(C_UnwrapKey),
                            session,
                            mechanism(arena, mechanism),
                            unwrappingKey,
                            Memory.of(arena, wrapped),
                            wrapped.length,
                            Attribute.write(table, arena, template),
                            template.size(),
                            key));
            return table.abi.readUlong(key, 0);
        }
    }

    /** C_VerifyInit and C_Verify; fails with CKR_SIGNATURE_INVALID or CKR_SIGNATURE_LEN_RANGE. */
    public void verify(long session, Mechanism mechanism, long key, byte[] data, byte[] signature)
            throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment how = mechanism(arena, mechanism);
            check(C_VerifyInit, table.calls.upu(table.pointer(C_VerifyInit), session, how, key));
            check(
                    C_Verify,
                    table.calls.upupu(
                            table.pointer(C_Verify),
                            session,
                            Memory.of(arena, data),
                            data.length,
                            Memory.of(arena, signature),
                            signature.length));
        }
    }

    /** C_DecryptInit and C_Decrypt. */
    public byte[] decrypt(long session, Mechanism mechanism, long key, byte[] cipherText) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment how = mechanism(arena, mechanism);
            check(C_DecryptInit, table.calls.upu(table.pointer(C_DecryptInit), session, how, key));
            MemorySegment function = table.pointer(C_Decrypt);
            MemorySegment in = Memory.of(arena, cipherText);
            return Answers.of(
                    table,
                    arena,
                    C_Decrypt,
                    (out, length) -> table.calls.upupp(function, session, in, cipherText.length, out, length));
        }
    }

    /** C_GenerateRandom. */
    public byte[] random(long session, int octets) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(Math.max(1, octets));
            check(C_GenerateRandom, table.calls.upu(table.pointer(C_GenerateRandom), session, out, octets));
            byte[] random = Memory.read(out, octets);
            out.fill((byte) 0);
            return random;
        }
    }

    private MemorySegment ulong(Arena arena) {
        return arena.allocate(table.abi.ulongBytes());
    }

    private MemorySegment mechanism(Arena arena, Mechanism mechanism) {
        return Mechanism.write(table, mechanism, arena.allocate(Mechanism.octets(table.structs)));
    }
}
