package dev.tick.reference.first;

import dev.tick.reference.first.SubmitServer.Refusal;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a submit request, and refuses what the page does not allow. */
final class BodyReader {

    static final int MAX_BYTES = 1 << 20;

    private static final List<String> PROPERTIES = List.of(
            "indicator",
            "indicatorType",
            "title",
            "expirationTime",
            "action",
            "severity",
            "description",
            "recommendedActions");
    private static final Set<String> ACTIONS = Set.of("Alert", "AlertAndBlock", "Allowed");
    private static final Set<String> SEVERITIES = Set.of("Informational", "Low", "Medium", "High");
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,7})?)?(Z|[+-]\\d{2}:\\d{2})");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final SubmitFault breakage;

    BodyReader(SubmitFault breakage) {
        this.breakage = breakage;
    }

    /** The eight properties as they were sent, null where omitted. */
    Map<String, String> read(byte[] body) throws Refusal {
        JsonNode object = parse(body);
        requirePresent(object);
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : PROPERTIES) {
            values.put(name, text(object, name));
        }
        requireOneOf(ACTIONS, "action", values.get("action"));
        if (breakage != SubmitFault.UNKNOWN_SEVERITY_ACCEPTED) {
            requireOneOf(SEVERITIES, "severity", values.get("severity"));
        }
        checkIndicator(values.get("indicatorType"), values.get("indicator"));
        checkExpiration(values.get("expirationTime"));
        return values;
    }

    private static JsonNode parse(byte[] body) throws Refusal {
        if (body.length > MAX_BYTES) {
            throw invalidBody("The body is larger than " + MAX_BYTES + " bytes.");
        }
        try {
            // Decoded here, as the parser would guess at UTF-16 and UTF-32 by itself.
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode node = MAPPER.readTree(json);
            if (node.isObject()) {
                return node;
            }
            throw invalidBody("The body is no JSON object.");
        } catch (CharacterCodingException | JacksonException e) {
            throw invalidBody("The body is no JSON text in UTF-8.");
        }
    }

    private void requirePresent(JsonNode object) throws Refusal {
        for (String name : List.of("indicator", "indicatorType", "action")) {
            boolean excused = name.equals("action") && breakage == SubmitFault.ACTION_NOT_REQUIRED;
            if (!object.hasNonNull(name) && !excused) {
                throw new Refusal(400, "MissingRequiredParameter", "Parameter " + name + " is missing.");
            }
        }
    }

    private static String text(JsonNode object, String name) throws Refusal {
        if (!object.hasNonNull(name)) {
            return null;
        }
        JsonNode value = object.get(name);
        // An escaped lone surrogate is text to JSON, but could not be echoed in UTF-8.
        if (!value.isString() || !StandardCharsets.UTF_8.newEncoder().canEncode(value.stringValue())) {
            throw invalidBody("Parameter " + name + " is no string.");
        }
        return value.stringValue();
    }

    private static void requireOneOf(Set<String> allowed, String name, String value) throws Refusal {
        if (value != null && !allowed.contains(value)) {
            throw invalidBody("Parameter " + name + " has no value '" + value + "'.");
        }
    }

    private void checkIndicator(String typeName, String value) throws Refusal {
        Optional<IndicatorType> type = Arrays.stream(IndicatorType.values())
                .filter(known -> known.word.equals(typeName))
                .findFirst();
        if (type.isEmpty() && breakage != SubmitFault.UNKNOWN_TYPE_ACCEPTED) {
            throw invalidBody("Parameter indicatorType has no value '" + typeName + "'.");
        }
        if (type.isPresent() && !matches(type.get(), value)) {
            throw new Refusal(400, type.get().errorCode, type.get().noun + " " + value + " is invalid.");
        }
    }

    private boolean matches(IndicatorType type, String value) {
        return switch (type) {
            case FILE_SHA1 -> isHash(value, 40);
            case FILE_SHA256 -> isHash(value, 64);
            case IP_ADDRESS -> isIpAddress(value);
            case DOMAIN_NAME -> isDomainName(value);
            case URL -> isUrl(value);
        };
    }

    private boolean isHash(String value, int length) {
        boolean rightLength = value.length() == length || breakage == SubmitFault.SHORT_HASH_ACCEPTED;
        return rightLength && value.matches("[0-9a-fA-F]+");
    }

    private static boolean isIpAddress(String value) {
        String octet = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
        if (value.matches(octet + "(\\." + octet + "){3}")) {
            return true;
        }
        if (!value.matches("[0-9a-fA-F.]*:[0-9a-fA-F:.]*")) {
            return false;
        }
        try {
            // In brackets it is read as a literal only, and never looked up.
            return InetAddress.getByName("[" + value + "]") != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isDomainName(String value) {
        String label = "[a-zA-Z0-9_]([a-zA-Z0-9_-]{0,61}[a-zA-Z0-9_])?";
        try {
            String ascii = IDN.toASCII(value);
            return ascii.length() <= 253 && ascii.matches("(" + label + "\\.)+(?!\\d+$)" + label);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isUrl(String value) {
        try {
            URI uri = new URI(value);
            return uri.isAbsolute() && uri.getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void checkExpiration(String value) throws Refusal {
        Optional<Instant> expiration = Optional.ofNullable(value).flatMap(BodyReader::instant);
        if (value != null && expiration.isEmpty() && breakage != SubmitFault.MALFORMED_EXPIRATION_ACCEPTED) {
            throw invalidBody("Parameter expirationTime is no date and time with an offset.");
        }
        if (expiration.isPresent() && !expiration.get().isAfter(Instant.now())) {
            throw new Refusal(400, "BadRequest", "Expiration time " + value + " is past: the indicator is inactive.");
        }
    }

    private static Optional<Instant> instant(String value) {
        if (!DATE_TIME.matcher(value).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Refusal invalidBody(String message) {
        return new Refusal(400, "InvalidRequestBody", message);
    }

    /** The types of an indicator, and how a value that is not of the type is refused. */
    private enum IndicatorType {
        FILE_SHA1("FileSha1", "InvalidHashValue", "Hash value"),
        FILE_SHA256("FileSha256", "InvalidHashValue", "Hash value"),
        IP_ADDRESS("IpAddress", "InvalidIpAddress", "IP address"),
        DOMAIN_NAME("DomainName", "InvalidDomainName", "Domain name"),
        URL("Url", "InvalidUrl", "URL");

        private final String word;
        private final String errorCode;
        private final String noun;

        IndicatorType(String word, String errorCode, String noun) {
            this.word = word;
            this.errorCode = errorCode;
            this.noun = noun;
        }
    }
}
