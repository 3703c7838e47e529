package cairn.testkit.pkcs11;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A token of the module, as a test sees it from behind: what it is like, and what happens to it. */
public final class VirtualToken {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final Library library;
    private final String serialNumber;
    private final PinState user = new PinState(UNLIMITED);
    private final PinState securityOfficer = new PinState(UNLIMITED);
    private final Map<Long, VirtualObject> objects = new LinkedHashMap<>();
    private final Map<Long, byte[]> overridden = new TreeMap<>();
    private final List<Long> withheld = new ArrayList<>();
    private String label = "";
    private LoggedIn loggedIn = LoggedIn.NOBODY;
    private boolean present = true;
    private boolean pinPad;
    private int mostSessions = UNLIMITED;
    private long nextHandle = 1;

    /** Who is logged in. */
    enum LoggedIn {
        NOBODY,
        USER,
        SECURITY_OFFICER
    }

    VirtualToken(Library library, String serialNumber) {
        this.library = library;
        this.serialNumber = serialNumber;
    }

    /** Initialises it without a call from outside. */
    void initialize(String name, String soPin, String userPin) {
        synchronized (library) {
            label = name;
            securityOfficer.set(soPin.getBytes(StandardCharsets.UTF_8));
            user.set(userPin.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** It has at most so many sessions: the next one is refused with CKR_SESSION_COUNT. It says so in its flags. */
    public void limitSessions(int most) {
        synchronized (library) {
            mostSessions = most;
        }
    }

    /** So many wrong PINs in a row lock it. */
    public void allowWrongPins(int most) {
        synchronized (library) {
            user.allowTries(most);
            securityOfficer.allowTries(most);
        }
    }

    /** The user's PIN is locked from now on. */
    public void lockPin() {
        synchronized (library) {
            user.allowTries(3);
            user.lock();
        }
    }

    /** Somebody in another process sends a wrong PIN. */
    public void mistypePin() {
        synchronized (library) {
            user.fail();
        }
    }

    /** PINs are typed on the token's own keys from now on, always rightly; a PIN from outside is refused. */
    public void usePinPad() {
        synchronized (library) {
            pinPad = true;
        }
    }

    /** The mechanism is not offered. */
    public void withhold(long mechanism) {
        synchronized (library) {
            withheld.add(mechanism);
        }
    }

    /** Whatever the template says, private keys generated from now on have this attribute. */
    public void override(long attribute, boolean value) {
        synchronized (library) {
            overridden.put(attribute, new byte[] {(byte) (value ? 1 : 0)});
        }
    }

    /** It is pulled out, with all its sessions. */
    public void remove() {
        synchronized (library) {
            library.closeSessions(this);
            present = false;
        }
    }

    /** It is put back. */
    public void insert() {
        synchronized (library) {
            present = true;
        }
    }

    /** Gives the key pair with this CKA_ID other key material and changes nothing else, as a swapped token would. */
    public void replaceKey(byte[] id) {
        synchronized (library) {
            List<VirtualObject> halves = objects.values().stream()
                    .filter(object -> hasId(object, id))
                    .toList();
            if (halves.size() != 2) {
                throw new IllegalArgumentException("not one key pair with this CKA_ID: " + halves.size() + " objects");
            }
            try {
                Map<Long, byte[]> template = new TreeMap<>();
                for (VirtualObject half : halves) {
                    for (long type : KeyFunctions.SPECIFYING) {
                        half.get(type).ifPresent(value -> template.put(type, value));
                    }
                }
                long mechanism = halves.getFirst().ulong(Pkcs11.CKA_KEY_GEN_MECHANISM);
                KeyMaterial fresh = new KeyGeneration(library.layout(), library.random()).generate(mechanism, template);
                for (VirtualObject half : halves) {
                    boolean secret = half.ulong(Pkcs11.CKA_CLASS) == Pkcs11.CKO_PRIVATE_KEY;
                    half.replace(fresh.shared(), secret ? fresh.privateKey() : null);
                    if (!secret) {
                        half.replace(fresh.open(), null);
                    }
                }
            } catch (RefusedException e) {
                throw new IllegalStateException("the key was generated here before", e);
            }
        }
    }

    private static boolean hasId(VirtualObject object, byte[] id) {
        return Arrays.equals(object.get(Pkcs11.CKA_ID).orElse(new byte[0]), id);
    }

    /** How many sessions are open. */
    public int openSessions() {
        return library.sessions(this).size();
    }

    /** Whether the user is logged in. */
    public boolean isUserLoggedIn() {
        synchronized (library) {
            return loggedIn == LoggedIn.USER;
        }
    }

    /** How many objects it holds. */
    public int objectCount() {
        synchronized (library) {
            return objects.size();
        }
    }

    String label() {
        return label;
    }

    String serialNumber() {
        return serialNumber;
    }

    boolean isInitialized() {
        return securityOfficer.isSet();
    }

    boolean isPresent() {
        return present;
    }

    boolean hasPinPad() {
        return pinPad;
    }

    int mostSessions() {
        return mostSessions;
    }

    boolean limitsSessions() {
        return mostSessions != UNLIMITED;
    }

    boolean offers(long mechanism) {
        return !withheld.contains(mechanism);
    }

    PinState user() {
        return user;
    }

    PinState securityOfficer() {
        return securityOfficer;
    }

    LoggedIn loggedIn() {
        return loggedIn;
    }

    void logIn(LoggedIn who) {
        loggedIn = who;
    }

    /** Nobody is logged in; handles of objects do not outlive a log-in. */
    void logOut() {
        if (loggedIn != LoggedIn.NOBODY) {
            loggedIn = LoggedIn.NOBODY;
            forgetHandles();
        }
    }

    void forgetHandles() {
        List<VirtualObject> all = List.copyOf(objects.values());
        objects.clear();
        all.forEach(this::add);
    }

    /** C_InitToken: all objects are lost. */
    void reset(String name, byte[] soPin) {
        objects.clear();
        user.clear();
        securityOfficer.set(soPin);
        label = name;
    }

    long add(VirtualObject object) {
        long handle = nextHandle++;
        objects.put(handle, object);
        return handle;
    }

    void destroy(long handle) {
        objects.remove(handle);
    }

    /** An object that the present log-in may see. */
    Optional<VirtualObject> object(long handle) {
        return Optional.ofNullable(objects.get(handle)).filter(this::isVisible);
    }

    List<Long> find(Map<Long, byte[]> template) {
        return objects.entrySet().stream()
                .filter(entry -> isVisible(entry.getValue()) && entry.getValue().matches(template))
                .map(Map.Entry::getKey)
                .toList();
    }

    Map<Long, byte[]> overridden() {
        return overridden;
    }

    private boolean isVisible(VirtualObject object) {
        return loggedIn == LoggedIn.USER || !object.isTrue(Pkcs11.CKA_PRIVATE);
    }
}
