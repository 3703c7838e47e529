package cairn.testkit.pkcs11;

/**
 * The functions of PKCS#11 3.2 in the order of CK_FUNCTION_LIST_3_2 (pkcs11f.h), each with its parameters: {@code U} a
 * CK_ULONG, {@code P} a pointer, {@code B} a CK_BBOOL.
 */
public enum Function {
    C_Initialize("P"),
    C_Finalize("P"),
    C_GetInfo("P"),
    C_GetFunctionList("P"),
    C_GetSlotList("BPP"),
    C_GetSlotInfo("UP"),
    C_GetTokenInfo("UP"),
    C_GetMechanismList("UPP"),
    C_GetMechanismInfo("UUP"),
    C_InitToken("UPUP"),
    C_InitPIN("UPU"),
    C_SetPIN("UPUPU"),
    C_OpenSession("UUPPP"),
    C_CloseSession("U"),
    C_CloseAllSessions("U"),
    C_GetSessionInfo("UP"),
    C_GetOperationState("UPP"),
    C_SetOperationState("UPUUU"),
    C_Login("UUPU"),
    C_Logout("U"),
    C_CreateObject("UPUP"),
    C_CopyObject("UUPUP"),
    C_DestroyObject("UU"),
    C_GetObjectSize("UUP"),
    C_GetAttributeValue("UUPU"),
    C_SetAttributeValue("UUPU"),
    C_FindObjectsInit("UPU"),
    C_FindObjects("UPUP"),
    C_FindObjectsFinal("U"),
    C_EncryptInit("UPU"),
    C_Encrypt("UPUPP"),
    C_EncryptUpdate("UPUPP"),
    C_EncryptFinal("UPP"),
    C_DecryptInit("UPU"),
    C_Decrypt("UPUPP"),
    C_DecryptUpdate("UPUPP"),
    C_DecryptFinal("UPP"),
    C_DigestInit("UP"),
    C_Digest("UPUPP"),
    C_DigestUpdate("UPU"),
    C_DigestKey("UU"),
    C_DigestFinal("UPP"),
    C_SignInit("UPU"),
    C_Sign("UPUPP"),
    C_SignUpdate("UPU"),
    C_SignFinal("UPP"),
    C_SignRecoverInit("UPU"),
    C_SignRecover("UPUPP"),
    C_VerifyInit("UPU"),
    C_Verify("UPUPU"),
    C_VerifyUpdate("UPU"),
    C_VerifyFinal("UPU"),
    C_VerifyRecoverInit("UPU"),
    C_VerifyRecover("UPUPP"),
    C_DigestEncryptUpdate("UPUPP"),
    C_DecryptDigestUpdate("UPUPP"),
    C_SignEncryptUpdate("UPUPP"),
    C_DecryptVerifyUpdate("UPUPP"),
    C_GenerateKey("UPPUP"),
    C_GenerateKeyPair("UPPUPUPP"),
    C_WrapKey("UPUUPP"),
    C_UnwrapKey("UPUPUPUP"),
    C_DeriveKey("UPUPUP"),
    C_SeedRandom("UPU"),
    C_GenerateRandom("UPU"),
    C_GetFunctionStatus("U"),
    C_CancelFunction("U"),
    C_WaitForSlotEvent("UPP"),
    C_GetInterfaceList("PP"),
    C_GetInterface("PPPU"),
    C_LoginUser("UUPUPU"),
    C_SessionCancel("UU"),
    C_MessageEncryptInit("UPU"),
    C_EncryptMessage("UPUPUPUPP"),
    C_EncryptMessageBegin("UPUPU"),
    C_EncryptMessageNext("UPUPUPPU"),
    C_MessageEncryptFinal("U"),
    C_MessageDecryptInit("UPU"),
    C_DecryptMessage("UPUPUPUPP"),
    C_DecryptMessageBegin("UPUPU"),
    C_DecryptMessageNext("UPUPUPPU"),
    C_MessageDecryptFinal("U"),
    C_MessageSignInit("UPU"),
    C_SignMessage("UPUPUPP"),
    C_SignMessageBegin("UPU"),
    C_SignMessageNext("UPUPUPP"),
    C_MessageSignFinal("U"),
    C_MessageVerifyInit("UPU"),
    C_VerifyMessage("UPUPUPU"),
    C_VerifyMessageBegin("UPU"),
    C_VerifyMessageNext("UPUPUPU"),
    C_MessageVerifyFinal("U"),
    C_EncapsulateKey("UPUPUPPP"),
    C_DecapsulateKey("UPUPUPUP"),
    C_VerifySignatureInit("UPUPU"),
    C_VerifySignature("UPU"),
    C_VerifySignatureUpdate("UPU"),
    C_VerifySignatureFinal("U"),
    C_GetSessionValidationFlags("UUP"),
    C_AsyncComplete("UPP"),
    C_AsyncGetID("UPP"),
    C_AsyncJoin("UPUPU"),
    C_WrapKeyAuthenticated("UPUUPUPP"),
    C_UnwrapKeyAuthenticated("UPUPUPUPUP");

    /** How many functions a list of version 2.x has. */
    static final int IN_2_40 = 68;

    /** How many functions a list of version 3.0 has. */
    static final int IN_3_0 = 92;

    private final String parameters;

    Function(String parameters) {
        this.parameters = parameters;
    }

    String parameters() {
        return parameters;
    }
}
