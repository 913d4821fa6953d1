package dev.tick.reference.today;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers the requests of the API: first the path, then the method, the token and at last the body. */
record Api(
        Tokens tokens,
        IndicatorTable shelf,
        Listing listing,
        Batches batches,
        Clock clock,
        Style style,
        TodayFault breakage) {
    private static final Pattern PATH = Pattern.compile("/api(?:/v1\\.0)?/indicators(?:/(?<rest>[^/]+))?");

    Answer answer(Request request) {
        try {
            Matcher path = PATH.matcher(request.path());
            if (!path.matches()) {
                throw new Refusal(404, "NotFound", "There is nothing at " + request.path() + ".");
            }
            return path.group("rest") == null ? collection(request) : below(decoded(path.group("rest")), request);
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private Answer collection(Request request) throws Refusal {
        return switch (request.method()) {
            case "GET" -> Answer.of(200, listing.page(request, caller(request)));
            case "POST" -> submit(request);
            default -> Answer.notAllowed("GET, POST");
        };
    }

    private Answer below(String name, Request request) throws Refusal {
        boolean batch = name.equals("import") || name.equals("BatchDelete");
        String allowed = batch ? "POST" : "DELETE";
        if (!request.method().equals(allowed)) {
            return Answer.notAllowed(allowed);
        }
        if (!batch) {
            return delete(name, mayDelete(request));
        }
        return name.equals("import") ? imported(request) : batchDelete(request);
    }

    private Answer submit(Request request) throws Refusal {
        Caller caller = caller(request);
        Submission submission = Submission.read(JsonBody.read(request), breakage);
        if (breakage != TodayFault.PASSED_EXPIRATION_ACCEPTED) {
            submission.demandNotPassed(clock.instant());
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("@odata.context", listing.baseUrl() + "/api/$metadata#Indicators/$entity");
        answer.setAll(shelf.put(submission, caller).entity());
        return Answer.of(200, answer);
    }

    private Answer imported(Request request) throws Refusal {
        Caller caller = caller(request);
        if (breakage == TodayFault.DELEGATED_TOKEN_REFUSED_ON_IMPORT
                && caller.reach() == Caller.Reach.OWN_WITHOUT_DELETE) {
            throw Refusal.forbidden("The token of a signed-in user may not import.");
        }
        return Answer.of(200, batches.imported(JsonBody.read(request), caller));
    }

    private Answer batchDelete(Request request) throws Refusal {
        Caller caller = mayDelete(request);
        batches.delete(JsonBody.read(request), caller);
        return Answer.empty(204);
    }

    private Answer delete(String id, Caller caller) throws Refusal {
        if (breakage != TodayFault.DELETE_REMOVES_NOTHING) {
            try {
                shelf.remove(List.of(id), caller);
            } catch (Refusal unknown) {
                if (breakage != TodayFault.DELETE_OF_UNKNOWN_SUCCEEDS) {
                    throw unknown;
                }
            }
        }
        return Answer.empty(style == Style.STYLED ? 200 : 204);
    }

    private Caller caller(Request request) throws Refusal {
        return tokens.caller(request.authorizations());
    }

    private Caller mayDelete(Request request) throws Refusal {
        Caller caller = caller(request);
        if (caller.reach() == Caller.Reach.OWN_WITHOUT_DELETE) {
            throw Refusal.forbidden("The token of a signed-in user may not delete; required is the role " + Tokens.OWN
                    + " or " + Tokens.ALL + ", held is the scope " + Tokens.OWN + ".");
        }
        return caller;
    }

    private Answer refused(Refusal refusal) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        boolean oneCode = style == Style.STYLED && refusal.status() == 400;
        body.putObject("error")
                .put("code", oneCode ? "BadRequest" : refusal.code())
                .put("message", refusal.getMessage())
                .put("target", UUID.randomUUID().toString());
        return refusal.status() == 401
                ? Answer.of(401, body).with(Map.of("WWW-Authenticate", "Bearer"))
                : Answer.of(refusal.status(), body);
    }

    /** In a path a plus is a plus. */
    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
