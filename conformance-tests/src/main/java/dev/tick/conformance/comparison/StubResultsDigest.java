package dev.tick.conformance.comparison;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Register;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests by which shipped results belong to a contract, its register and the code. */
public final class StubResultsDigest {
    private StubResultsDigest() {}

    /** Returns the SHA-256 of a contract and its register, in hexadecimal digits. */
    public static String of(Contract contract, Register register) {
        MessageDigest digest = sha256();
        digest.update(contract.source().root().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(register.source().root().toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns a new SHA-256, which every Java has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
