package dev.tick.reference.todaythird;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Brings a request to its operation. */
final class Router {
    private static final Pattern PATH =
            Pattern.compile("(/api(?:/v1\\.0)?)/indicators(?:/([^/]*))?", Pattern.CASE_INSENSITIVE);
    private final TodayThirdFault fault;
    private final Gate gate;
    private final Submitting submitting;
    private final Importing importing;
    private final Deleting deleting;
    private final Listing listing;

    Router(
            TodayThirdFault fault,
            Gate gate,
            Submitting submitting,
            Importing importing,
            Deleting deleting,
            Listing listing) {
        this.fault = fault;
        this.gate = gate;
        this.submitting = submitting;
        this.importing = importing;
        this.deleting = deleting;
        this.listing = listing;
    }

    Reply answer(String method, String rawPath, String rawQuery, Headers headers, byte[] body, String host) {
        boolean reading = method.equals("GET") || method.equals("HEAD");
        Caller caller = gate.enter(headers.get("Authorization"), reading);
        Matcher path = PATH.matcher(rawPath);
        if (!path.matches()) {
            throw new Problem(404, "NotFound", "No resource is served at " + rawPath + ".");
        }
        String root = host + path.group(1);
        String raw = path.group(2) == null ? "" : path.group(2);
        String id = fault == TodayThirdFault.PATH_NOT_DECODED ? raw : Uris.unescape(raw);
        switch (id.toLowerCase(Locale.ROOT)) {
            case "":
                if (reading) {
                    gate.permit(caller, Gate.Operation.LIST);
                    return listing.list(rawQuery, caller, root);
                }
                return method.equals("POST")
                        ? submitting.submit(object(caller, Gate.Operation.SUBMIT, headers, body), caller, root)
                        : notAllowed("GET, HEAD, POST");
            case "import":
                return method.equals("POST")
                        ? importing.submit(object(caller, Gate.Operation.IMPORT, headers, body), caller, root)
                        : notAllowed("POST");
            case "batchdelete":
                return method.equals("POST")
                        ? deleting.deleteAll(object(caller, Gate.Operation.BATCH_DELETE, headers, body), caller)
                        : notAllowed("POST");
            case "$count":
                gate.permit(caller, Gate.Operation.LIST);
                return reading ? listing.count(rawQuery, caller) : notAllowed("GET, HEAD");
            default:
                return one(method, id, caller, root);
        }
    }

    private Reply one(String method, String id, Caller caller, String root) {
        if (method.equals("DELETE")) {
            gate.permit(caller, Gate.Operation.DELETE);
            return deleting.delete(id, caller);
        }
        if (method.equals("GET") || method.equals("HEAD")) {
            gate.permit(caller, Gate.Operation.LIST);
            return deleting.read(id, caller, root);
        }
        return notAllowed("GET, HEAD, DELETE");
    }

    private Reply notAllowed(String methods) {
        return Reply.empty(405, fault == TodayThirdFault.NO_ALLOW ? Map.of() : Map.of("Allow", methods));
    }

    private JsonNode object(Caller caller, Gate.Operation operation, Headers headers, byte[] body) {
        gate.permit(caller, operation);
        List<String> types = headers.get("Content-Type");
        String type = types == null || types.isEmpty() ? "" : types.get(0);
        String[] parts = type.split(";");
        String media = parts[0].trim();
        boolean json = fault == TodayThirdFault.MEDIA_TYPE_CASE
                ? media.equals("application/json")
                : media.equalsIgnoreCase("application/json");
        if (!json || !utf8(parts)) {
            throw new Problem(415, "BadRequest", "Content type " + type + " is not supported, application/json is.");
        }
        return Json.object(new String(body, StandardCharsets.UTF_8).startsWith("\uFEFF") ? without(body) : body);
    }

    private static byte[] without(byte[] body) {
        return java.util.Arrays.copyOfRange(body, 3, body.length);
    }

    private static boolean utf8(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].trim().toLowerCase(Locale.ROOT).replace("\"", "");
            if (part.startsWith("charset=") && !part.equals("charset=utf-8") && !part.equals("charset=us-ascii")) {
                return false;
            }
        }
        return true;
    }
}
