package cairn.hsm.cryptoki;

/** The functions that Cairn may call, with their place in CK_FUNCTION_LIST, counted from zero. */
public enum CryptokiFunction {
    C_Initialize(0),
    C_Finalize(1),
    C_GetInfo(2),
    C_GetFunctionList(3),
    C_GetSlotList(4),
    C_GetSlotInfo(5),
    C_GetTokenInfo(6),
    C_GetMechanismList(7),
    C_GetMechanismInfo(8),
    C_InitToken(9),
    C_InitPIN(10),
    C_SetPIN(11),
    C_OpenSession(12),
    C_CloseSession(13),
    C_CloseAllSessions(14),
    C_GetSessionInfo(15),
    C_Login(18),
    C_Logout(19),
    C_CreateObject(20),
    C_DestroyObject(22),
    C_GetAttributeValue(24),
    C_SetAttributeValue(25),
    C_FindObjectsInit(26),
    C_FindObjects(27),
    C_FindObjectsFinal(28),
    C_DecryptInit(33),
    C_Decrypt(34),
    C_SignInit(42),
    C_Sign(43),
    C_SignUpdate(44),
    C_SignFinal(45),
    C_VerifyInit(48),
    C_Verify(49),
    C_GenerateKey(58),
    C_GenerateKeyPair(59),
    C_WrapKey(60),
    C_UnwrapKey(61),
    C_GenerateRandom(64),
    /** Since 3.0. */
    C_GetInterface(69),
    /** Since 3.0. */
    C_LoginUser(70),
    /** Since 3.0. */
    C_SessionCancel(71),
    /** Since 3.2. */
    C_GetSessionValidationFlags(98);

    private final int index;

    CryptokiFunction(int index) {
        this.index = index;
    }

    /** The place of its pointer in the function list. */
    public int index() {
        return index;
    }

    /** How many pointers a function list of this version has (PKCS#11 3.2, pkcs11f.h). */
    static int listLength(int major, int minor) {
        if (major < 3) {
            return 68;
        }
        return major == 3 && minor < 2 ? 92 : 104;
    }
}
