package cairn.hsm.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.Attribute;
import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.Constants.Flag;
import cairn.hsm.cryptoki.Cryptoki;
import cairn.hsm.cryptoki.CryptokiFunction;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.cryptoki.Session;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.testkit.SoftHsm;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** PINs: sent once, never sent again by themselves, set and changed, asked for at each use, typed on a PIN pad. */
final class PinTest {
    private static final SignMechanism ECDSA = new SignMechanism.Ecdsa(Digest.SHA256);
    private static final byte[] MESSAGE = {7};
    private static final int TOKEN_FLAGS_OFFSET = 96;

    @TempDir
    Path folder;

    private Interposer interposer;
    private HsmFixture fixture;

    @BeforeEach
    void open() throws Throwable {
        interposer = new Interposer(SoftHsm.in(folder.resolve("unused")).library());
        fixture = HsmFixture.in(folder, interposer);
    }

    @AfterEach
    void close() {
        if (fixture != null) {
            fixture.close();
        }
        interposer.close();
    }

    private Token open(PinSource pins) throws TokenException {
        return fixture.module.open(HsmFixture.SELECTOR, pins, TokenOptions.DEFAULT);
    }

    private static Failure failure(Executable call) {
        return assertThrows(TokenException.class, call).failure();
    }

    private void saysFlags(long more) {
        interposer.always(CryptokiFunction.C_GetTokenInfo, (library, arguments) -> {
            long rv = (long) library.invokeWithArguments(arguments);
            @SuppressWarnings("restricted")
            MemorySegment info = ((MemorySegment) arguments[1]).reinterpret(208);
            info.set(
                    ValueLayout.JAVA_LONG,
                    TOKEN_FLAGS_OFFSET,
                    info.get(ValueLayout.JAVA_LONG, TOKEN_FLAGS_OFFSET) | more);
            return rv;
        });
    }

    @Test
    void aWrongPinIsSentOnce() {
        int before = interposer.calls(CryptokiFunction.C_Login);
        assertEquals(Failure.PIN_INCORRECT, failure(() -> open(HsmFixture.pin("000000"))));
        assertEquals(before + 1, interposer.calls(CryptokiFunction.C_Login));
    }

    @Test
    void aPersonMayTryAgainAfterAWrongPin() throws TokenException {
        assertEquals(Failure.PIN_INCORRECT, failure(() -> open(HsmFixture.pin("000000"))));
        try (Token token = fixture.login()) {
            assertEquals(List.of(), token.keys());
        }
    }

    @Test
    void aPinThatBecameWrongIsNotSentTwiceByRecovery() throws Exception {
        List<PinSource.Role> asked = new ArrayList<>();
        Token token = open((selector, role) -> {
            asked.add(role);
            return HsmFixture.pinOf(asked.size() == 1 ? SoftHsm.PIN : "000000");
        });
        Cryptoki other = Cryptoki.load(interposer.source());
        other.library().finish();
        assertEquals(Failure.PIN_INCORRECT, failure(token::keys));
        int sent = interposer.calls(CryptokiFunction.C_Login);
        fixture.clock.advance(Duration.ofMinutes(5));
        assertEquals(Failure.PIN_INCORRECT, failure(token::keys));
        assertEquals(sent, interposer.calls(CryptokiFunction.C_Login));
        assertEquals(2, asked.size());
    }

    @Test
    void recoveryDoesNotLogInWhenTriesRunOut() throws Exception {
        for (long flag : new long[] {Flag.USER_PIN_COUNT_LOW, Flag.USER_PIN_FINAL_TRY}) {
            Token token = fixture.login();
            Cryptoki.load(interposer.source()).library().finish();
            int sent = interposer.calls(CryptokiFunction.C_Login);
            saysFlags(flag);
            assertEquals(Failure.LOGIN_REQUIRED, failure(token::keys));
            assertEquals(sent, interposer.calls(CryptokiFunction.C_Login));
            token.close();
            saysFlags(0);
            fixture.clock.advance(Duration.ofMinutes(5));
        }
    }

    @Test
    void nothingIsSentToALockedToken() {
        int before = interposer.calls(CryptokiFunction.C_Login);
        saysFlags(Flag.USER_PIN_LOCKED);
        assertEquals(Failure.PIN_LOCKED, failure(() -> open(HsmFixture.pin(SoftHsm.PIN))));
        assertEquals(before, interposer.calls(CryptokiFunction.C_Login));
    }

    @Test
    void returnValuesOfLoginAreToldApart() {
        interposer.refuse(CryptokiFunction.C_Login, ReturnValue.PIN_LOCKED);
        assertEquals(Failure.PIN_LOCKED, failure(() -> open(HsmFixture.pin(SoftHsm.PIN))));
        interposer.refuse(CryptokiFunction.C_Login, ReturnValue.PIN_EXPIRED);
        assertEquals(Failure.PIN_UNSUITABLE, failure(() -> open(HsmFixture.pin(SoftHsm.PIN))));
        interposer.refuse(CryptokiFunction.C_Login, ReturnValue.USER_PIN_NOT_INITIALIZED);
        assertEquals(Failure.LOGIN_REQUIRED, failure(() -> open(HsmFixture.pin(SoftHsm.PIN))));
    }

    @Test
    void beingLoggedInAlreadyIsAsGood() throws Exception {
        interposer.refuse(CryptokiFunction.C_Login, ReturnValue.USER_ALREADY_LOGGED_IN);
        fixture.login().close();
        Token first = fixture.login();
        Token second = fixture.login();
        KeyRef key = first.generateKeyPair(new KeySpec.Ec(Curve.P256), "seen by both");
        assertEquals(List.of(key), second.keys());
        first.close();
        assertEquals(64, second.sign(key, ECDSA, MESSAGE).length);
    }

    @Test
    void theLastTokenThatClosesLogsOut() throws Exception {
        fixture.login().close();
        assertEquals(Failure.PIN_INCORRECT, failure(() -> open(HsmFixture.pin("000000"))));
    }

    @Test
    void aSourceWithoutPinIsAskedOnceAndBelieved() {
        assertEquals(
                Failure.LOGIN_REQUIRED,
                failure(() -> open((token, role) -> {
                    throw new TokenException(Failure.LOGIN_REQUIRED, "nobody is here");
                })));
    }

    @Test
    void initialisesATokenAndSetsAndChangesItsPin() throws Exception {
        TokenSelector selector = new TokenSelector("Fresh ünit", Optional.empty());
        TokenModule module = fixture.module;
        try (Pin so = HsmFixture.pinOf("12345678");
                Pin first = HsmFixture.pinOf("1111");
                Pin second = HsmFixture.pinOf("pässwörd")) {
            TokenInfo info = module.initToken(TokenModule.FIRST_UNINITIALIZED, so, selector.label());
            assertEquals("Fresh ünit", info.label());
            assertTrue(info.flags().contains("CKF_TOKEN_INITIALIZED"));
            module.initPin(selector, so, first);
            module.open(selector, HsmFixture.pin("1111"), TokenOptions.DEFAULT).close();
            module.setPin(selector, first, second);
            assertEquals(
                    Failure.PIN_INCORRECT,
                    failure(() -> module.open(selector, HsmFixture.pin("1111"), TokenOptions.DEFAULT)));
            try (Token token = module.open(selector, HsmFixture.pin("pässwörd"), TokenOptions.DEFAULT)) {
                assertEquals("Fresh ünit", token.info().label());
            }
            assertEquals(Failure.PIN_INCORRECT, failure(() -> module.setPin(selector, first, second)));
        }
    }

    @Test
    void aPinOfTheWrongLengthIsUnsuitable() {
        try (Pin so = HsmFixture.pinOf(SoftHsm.SO_PIN);
                Pin tooShort = HsmFixture.pinOf("1")) {
            assertEquals(
                    Failure.PIN_UNSUITABLE, failure(() -> fixture.module.initPin(HsmFixture.SELECTOR, so, tooShort)));
        }
    }

    @Test
    void theSecurityOfficersPinMayBeWrongToo() {
        try (Pin so = HsmFixture.pinOf("99999999");
                Pin user = HsmFixture.pinOf("1234")) {
            assertEquals(Failure.PIN_INCORRECT, failure(() -> fixture.module.initPin(HsmFixture.SELECTOR, so, user)));
        }
    }

    @Test
    void aTokenIsNotInitialisedUnderAnImpossibleLabelOrWhileItIsOpen() throws Exception {
        try (Pin so = HsmFixture.pinOf(SoftHsm.SO_PIN);
                Token token = fixture.login()) {
            assertEquals(
                    Failure.BAD_REQUEST,
                    failure(() -> fixture.module.initToken(TokenModule.FIRST_UNINITIALIZED, so, "x".repeat(33))));
            assertEquals(
                    Failure.BAD_REQUEST,
                    failure(() -> fixture.module.initToken(TokenModule.FIRST_UNINITIALIZED, so, "")));
            long slot = fixture.module.slots().stream()
                    .filter(TokenModule.SlotInfo::initialized)
                    .findFirst()
                    .orElseThrow()
                    .slotId();
            assertEquals(Failure.REJECTED, failure(() -> fixture.module.initToken(slot, so, "again")));
            assertEquals(List.of(), token.keys());
        }
    }

    @Test
    void aKeyThatAlwaysAuthenticatesIsGivenAPinAtEachUse() throws Exception {
        Cryptoki other = Cryptoki.load(interposer.source());
        List<PinSource.Role> asked = new ArrayList<>();
        try (Token token = open((selector, role) -> {
            asked.add(role);
            return HsmFixture.pinOf(SoftHsm.PIN);
        })) {
            KeyRef key = alwaysAuthenticating(other, "0badcafe");
            assertEquals(96, token.sign(key, ECDSA, MESSAGE).length);
            assertEquals(96, token.sign(key, ECDSA, MESSAGE).length);
            assertEquals(
                    List.of(PinSource.Role.USER, PinSource.Role.CONTEXT_SPECIFIC, PinSource.Role.CONTEXT_SPECIFIC),
                    asked);
        }
    }

    @Test
    void aWrongPinForOneUseIsNotSentAgainEither() throws Exception {
        Cryptoki other = Cryptoki.load(interposer.source());
        try (Token token =
                open((selector, role) -> HsmFixture.pinOf(role == PinSource.Role.USER ? SoftHsm.PIN : "000000"))) {
            KeyRef key = alwaysAuthenticating(other, "0badcafe");
            assertEquals(Failure.PIN_INCORRECT, failure(() -> token.sign(key, ECDSA, MESSAGE)));
            int sent = interposer.calls(CryptokiFunction.C_Login);
            assertEquals(Failure.PIN_INCORRECT, failure(() -> token.sign(key, ECDSA, MESSAGE)));
            assertEquals(sent, interposer.calls(CryptokiFunction.C_Login));
        }
    }

    private static KeyRef alwaysAuthenticating(Cryptoki other, String id) throws Exception {
        long slot = TokenFinder.find(other.library(), HsmFixture.SELECTOR).slotId();
        long session = other.sessions().open(slot, true);
        TestKeys.generateP384(
                new Session(other, session), id, "each time", Attribute.of(Cka.ALWAYS_AUTHENTICATE, true));
        other.sessions().close(session);
        return new KeyRef(id, "each time", new KeySpec.Ec(Curve.P384));
    }

    @Test
    void aPinPadIsSentNoPinAndNoSourceIsAsked() throws Exception {
        saysFlags(Flag.PROTECTED_AUTHENTICATION_PATH);
        interposer.script(CryptokiFunction.C_Login, (library, arguments) -> {
            assertEquals(0, ((MemorySegment) arguments[2]).address());
            assertEquals(0L, arguments[3]);
            return typedOnThePad(library, arguments);
        });
        try (Token token = open((selector, role) -> {
            throw new TokenException(Failure.LOGIN_REQUIRED, "a PIN pad needs no source");
        })) {
            assertEquals(List.of(), token.keys());
        }
    }

    private static long typedOnThePad(MethodHandle library, Object[] arguments) throws Throwable {
        byte[] pin = SoftHsm.PIN.getBytes(StandardCharsets.US_ASCII);
        try (Arena arena = Arena.ofConfined()) {
            arguments[2] = arena.allocateFrom(ValueLayout.JAVA_BYTE, pin);
            arguments[3] = (long) pin.length;
            return (long) library.invokeWithArguments(arguments);
        }
    }
}
