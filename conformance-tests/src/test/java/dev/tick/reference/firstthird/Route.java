package dev.tick.reference.firstthird;

import java.util.Map;

/**
 * Where a request leads.
 *
 * @param base  the API's root, with the version when the request names it
 * @param rest  the raw identity, or null
 * @param allow the methods that the address serves, or null for an unknown address
 */
record Route(Operation operation, String base, String rest, String allow) {
    private static final Map<String, Operation> COLLECTION =
            Map.of("GET", Operation.LIST, "HEAD", Operation.LIST, "POST", Operation.SUBMIT);
    private static final Map<String, Operation> ITEM =
            Map.of("GET", Operation.GET, "HEAD", Operation.GET, "PATCH", Operation.PATCH, "DELETE", Operation.DELETE);
    private static final Map<String, Operation> COUNT = Map.of("GET", Operation.COUNT, "HEAD", Operation.COUNT);

    static Route of(String path, String method) {
        String base = path.startsWith("/api/v1.0/") ? "/api/v1.0" : "/api";
        String collection = base + "/tiindicators";
        if (path.equals(collection) || path.equals(collection + "/")) {
            return new Route(COLLECTION.getOrDefault(method, Operation.OTHER), base, null, "GET, HEAD, POST");
        }
        if (!path.startsWith(collection + "/")) {
            return new Route(Operation.OTHER, base, null, null);
        }
        String rest = path.substring(collection.length() + 1);
        if (rest.equals("$count") || rest.equals("%24count")) {
            return new Route(COUNT.getOrDefault(method, Operation.OTHER), base, null, "GET, HEAD");
        }
        return new Route(ITEM.getOrDefault(method, Operation.OTHER), base, rest, "GET, HEAD, PATCH, DELETE");
    }
}
