package cairn.hsm.cryptoki;

import java.lang.foreign.MemorySegment;

/** A mechanism with its parameters. */
public sealed interface Mechanism {
    /** The CKM_ number. */
    long type();

    /** Without parameters. */
    record Plain(long type) implements Mechanism {}

    /** CKM_RSA_PKCS_PSS; {@code digest} is a CKM_, {@code mgf} a CKG_, {@code saltLength} in octets. */
    record RsaPss(long digest, long mgf, long saltLength) implements Mechanism {
        @Override
        public long type() {
            return Constants.Ckm.RSA_PKCS_PSS;
        }
    }

    /** Octets for a CK_MECHANISM and its parameters. */
    static long octets(Structs structs) {
        return structs.mechanism.size() + structs.pssParams.size();
    }

    /** Writes the CK_MECHANISM to the start of {@code target} and its parameters behind it. */
    static MemorySegment write(FunctionTable table, Mechanism mechanism, MemorySegment target) {
        Struct layout = table.structs.mechanism;
        table.abi.writeUlong(target, layout.offset(0), mechanism.type());
        switch (mechanism) {
            case Plain plain -> {
                table.abi.writePointer(target, layout.offset(1), MemorySegment.NULL);
                table.abi.writeUlong(target, layout.offset(2), 0);
            }
            case RsaPss pss -> {
                Struct parameters = table.structs.pssParams;
                MemorySegment place = target.asSlice(layout.size(), parameters.size());
                table.abi.writeUlong(place, parameters.offset(0), pss.digest());
                table.abi.writeUlong(place, parameters.offset(1), pss.mgf());
                table.abi.writeUlong(place, parameters.offset(2), pss.saltLength());
                table.abi.writePointer(target, layout.offset(1), place);
                table.abi.writeUlong(target, layout.offset(2), parameters.size());
            }
        }
        return target;
    }
}
