package cairn.hsm.cryptoki;

import static cairn.hsm.cryptoki.Struct.POINTER;
import static cairn.hsm.cryptoki.Struct.ULONG;

/** The structures of PKCS#11 that cross the border, laid out for one {@link Abi}. Members in the order of the header. */
final class Structs {
    private static final int VERSION = 2;

    /** CK_INFO: cryptokiVersion, manufacturerID, flags, libraryDescription, libraryVersion. */
    final Struct info;

    /** CK_SLOT_INFO: slotDescription, manufacturerID, flags, hardwareVersion, firmwareVersion. */
    final Struct slotInfo;

    /**
     * CK_TOKEN_INFO: label, manufacturerID, model, serialNumber, flags, ulMaxSessionCount, ulSessionCount,
     * ulMaxRwSessionCount, ulRwSessionCount, ulMaxPinLen, ulMinPinLen, four memory sizes, hardwareVersion,
     * firmwareVersion, utcTime.
     */
    final Struct tokenInfo;

    /** CK_MECHANISM_INFO: ulMinKeySize, ulMaxKeySize, flags. */
    final Struct mechanismInfo;

    /** CK_SESSION_INFO: slotID, state, flags, ulDeviceError. */
    final Struct sessionInfo;

    /** CK_MECHANISM: mechanism, pParameter, ulParameterLen. */
    final Struct mechanism;

    /** CK_ATTRIBUTE: type, pValue, ulValueLen. */
    final Struct attribute;

    /** CK_C_INITIALIZE_ARGS: four function pointers, flags, pReserved. */
    final Struct initializeArgs;

    /** CK_INTERFACE: pInterfaceName, pFunctionList, flags. */
    final Struct interfaceEntry;

    /** CK_RSA_PKCS_PSS_PARAMS: hashAlg, mgf, sLen. */
    final Struct pssParams;

    /** The start of every CK_FUNCTION_LIST: version, first function. */
    final Struct functionListHead;

    Structs(Abi abi) {
        info = Struct.of(abi, VERSION, 32, ULONG, 32, VERSION);
        slotInfo = Struct.of(abi, 64, 32, ULONG, VERSION, VERSION);
        tokenInfo = Struct.of(
                abi, 32, 32, 16, 16, ULONG, ULONG, ULONG, ULONG, ULONG, ULONG, ULONG, ULONG, ULONG, ULONG, ULONG,
                VERSION, VERSION, 16);
        mechanismInfo = Struct.of(abi, ULONG, ULONG, ULONG);
        sessionInfo = Struct.of(abi, ULONG, ULONG, ULONG, ULONG);
        mechanism = Struct.of(abi, ULONG, POINTER, ULONG);
        attribute = Struct.of(abi, ULONG, POINTER, ULONG);
        initializeArgs = Struct.of(abi, POINTER, POINTER, POINTER, POINTER, ULONG, POINTER);
        interfaceEntry = Struct.of(abi, POINTER, POINTER, ULONG);
        pssParams = Struct.of(abi, ULONG, ULONG, ULONG);
        functionListHead = Struct.of(abi, VERSION, POINTER);
    }
}
