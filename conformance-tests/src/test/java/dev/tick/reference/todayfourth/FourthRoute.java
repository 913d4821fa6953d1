package dev.tick.reference.todayfourth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a request leads.
 *
 * @param operation the operation
 * @param id        the id in the path, if any
 * @param path      the path as sent
 */
record FourthRoute(FourthOperation operation, String id, String path) {

    static FourthRoute of(String method, String path, TodayFourthFault fault) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                parts.add(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        boolean versioned = parts.size() > 1 && parts.get(1).equalsIgnoreCase("v1.0");
        if (versioned) {
            parts.remove(1);
        }
        boolean known = parts.size() > 1
                && parts.size() < 4
                && parts.get(0).equalsIgnoreCase("api")
                && parts.get(1).equalsIgnoreCase("indicators");
        if (!known) {
            throw new FourthProblem(404, "NotFound", "No such resource.");
        }
        String last = parts.size() == 3 ? parts.get(2) : null;
        return new FourthRoute(pick(method, operations(last), fault), last, path);
    }

    private static Map<String, FourthOperation> operations(String last) {
        if (last == null) {
            return Map.of("GET", FourthOperation.LIST, "POST", FourthOperation.SUBMIT);
        }
        if (last.equalsIgnoreCase("import")) {
            return Map.of("POST", FourthOperation.IMPORT);
        }
        if (last.equalsIgnoreCase("BatchDelete")) {
            return Map.of("POST", FourthOperation.BATCH_DELETE);
        }
        if (last.equals("$count")) {
            return Map.of("GET", FourthOperation.COUNT);
        }
        return Map.of("GET", FourthOperation.READ, "DELETE", FourthOperation.DELETE);
    }

    private static FourthOperation pick(
            String method, Map<String, FourthOperation> operations, TodayFourthFault fault) {
        FourthOperation picked = operations.get(method.equals("HEAD") ? "GET" : method);
        if (picked == null) {
            String allowed = String.join(", ", new java.util.TreeSet<>(operations.keySet()));
            throw new FourthProblem(
                    405,
                    "NotAllowed",
                    "The method " + method + " is not allowed here.",
                    fault == TodayFourthFault.ALLOW_NOT_SENT ? Map.of() : Map.of("Allow", allowed));
        }
        return picked;
    }
}
