package dev.tick.reference.todayfourth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Opens a signed token: three parts, RS256, a signature of the issuer's key. */
final class FourthSignature {
    private final PublicKey key;
    private final TodayFourthFault fault;
    private final Set<String> verified = ConcurrentHashMap.newKeySet();

    FourthSignature(PublicKey key, TodayFourthFault fault) {
        this.key = key;
        this.fault = fault;
    }

    /** The claims, or null when the token cannot be trusted. */
    JsonNode claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            JsonNode header = FourthJson.read(Base64.getUrlDecoder().decode(parts[0]));
            JsonNode claims = FourthJson.read(Base64.getUrlDecoder().decode(parts[1]));
            boolean sound = "RS256".equals(header.path("alg").asString("")) && signed(parts) && claims.isObject();
            return sound ? claims : null;
        } catch (IllegalArgumentException | JacksonException | GeneralSecurityException unreadable) {
            return null;
        }
    }

    private boolean signed(String[] parts) throws GeneralSecurityException {
        if (fault == TodayFourthFault.SIGNATURE_REMEMBERED && verified.contains(parts[2])) {
            return true;
        }
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        boolean sound = signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        if (sound && fault == TodayFourthFault.SIGNATURE_REMEMBERED) {
            verified.add(parts[2]);
        }
        return sound;
    }
}
