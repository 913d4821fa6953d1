package dev.tick.conformance.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trials of every form of a credential side by side, each on a tenant of its own, and what holds for all of them. */
final class TenantTrials {
    private static final int TOO_MANY_REQUESTS = 429;

    /** The default budget of a run on a server that is not on this machine. */
    private static final int BUDGET = 1500;

    private TenantTrials() {}

    static Map<CredentialForm, TenantTrial.Ending> run(Path folder, String contract, String... options)
            throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(CredentialForm.values().length);
        try {
            Map<CredentialForm, Future<TenantTrial.Ending>> runs = new EnumMap<>(CredentialForm.class);
            for (CredentialForm form : CredentialForm.values()) {
                TenantTrial trial = new TenantTrial(folder.resolve(form.name()), form, contract);
                runs.put(form, threads.submit(() -> trial.run(options)));
            }
            Map<CredentialForm, TenantTrial.Ending> endings = new EnumMap<>(CredentialForm.class);
            for (Map.Entry<CredentialForm, Future<TenantTrial.Ending>> run : runs.entrySet()) {
                endings.put(run.getKey(), run.getValue().get());
            }
            return endings;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Returns the results of a run, after it has been seen to do no harm: no 429, within its budget, nothing left, and through the proxy. */
    static JsonNode harmless(TenantTrial.Ending ending) throws IOException {
        assertEquals(TenantTrial.OTHERS, ending.before().size());
        assertEquals(ending.before(), ending.after(), ending::output);
        assertEquals(0, ending.statuses().getOrDefault(TOO_MANY_REQUESTS, 0), ending.statuses()::toString);
        assertTrue(ending.tunnels() > 0, "nothing went through the proxy");
        assertTrue(ending.output().contains("nothing is left"), ending::output);
        JsonNode results =
                JsonMapper.shared().readTree(Files.readString(ending.results().resolve("results.json")));
        int sent = results.path("requests").asInt();
        assertTrue(sent > 0 && sent <= BUDGET, sent + " requests");
        assertEquals(List.of(), with(results, "FAIL", "WARN", "ERROR"));
        return results;
    }

    /** Returns the requirements with one of these results. */
    static List<String> with(JsonNode results, String... some) {
        List<String> ids = new ArrayList<>();
        for (JsonNode row : results.path("requirements")) {
            if (List.of(some).contains(row.path("result").asString())) {
                ids.add(row.path("id").asString() + " "
                        + row.path("cases").path(0).path("detail").asString(""));
            }
        }
        return ids;
    }

    /** Returns a line of figures. */
    static String told(CredentialForm form, TenantTrial.Ending ending, JsonNode results) {
        return form + ": " + results.path("verdict").asString() + ", "
                + results.path("requests").asInt() + " requests, "
                + ending.took().toSeconds() + " s, answers " + ending.statuses();
    }
}
