package dev.tick.stub.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Looks again and again whether a stub serves. */
final class StubProbe {
    private static final long PAUSE_MS = 100;
    private static final Duration REQUEST = Duration.ofSeconds(5);

    private final Look look;

    private StubProbe(Look look) {
        this.look = look;
    }

    /**
     * A finding.
     *
     * @param serving whether the stub serves
     * @param text its URL; or, when it does not serve, why that is thought
     */
    record Outcome(boolean serving, String text) {}

    private interface Look {
        Outcome now() throws InterruptedException;
    }

    /**
     * Looks for the file that a stub writes when it serves, and asks the stub that it names: the file may be that of a stub that was
     * killed.
     *
     * @param authority the certificate to trust; empty for any, since whoever writes the file names its stub, and gets no secret
     * @throws IllegalArgumentException when the certificate cannot be used
     */
    static StubProbe ofFile(Path file, Optional<Path> authority) {
        HttpClient http = client(
                authority.map(StubProbe::trusting).orElseGet(() -> context(new TrustManager[] {new TrustsAll()})));
        return new StubProbe(() -> {
            try {
                String text = Files.readString(file).strip();
                Outcome outcome = ask(http, URI.create(text));
                return outcome.serving() && !text.equals(Files.readString(file).strip())
                        ? new Outcome(false, "the file " + file + " is of another stub")
                        : outcome;
            } catch (IllegalArgumentException e) {
                return new Outcome(false, "the file " + file + " holds no URL of a stub");
            } catch (NoSuchFileException e) {
                return new Outcome(false, "the file " + file + " is not there");
            } catch (IOException e) {
                return new Outcome(false, "the file " + file + " cannot be read: " + e.getMessage());
            }
        });
    }

    /**
     * Asks a stub for its status, which its scenario leaves alone; a refusal by a stub counts, too, such as one that asks for the admin
     * key.
     *
     * @param authority the certificate to trust; empty for those that Java trusts
     * @throws IllegalArgumentException when the certificate or the URL cannot be used
     */
    static StubProbe ofUrl(URI base, Optional<Path> authority) {
        HttpClient http = authority
                .map(file -> client(trusting(file)))
                .orElseGet(() -> HttpClient.newBuilder().connectTimeout(REQUEST).build());
        Objects.requireNonNull(request(base));
        return new StubProbe(() -> ask(http, base));
    }

    private static HttpClient client(SSLContext trusting) {
        return HttpClient.newBuilder()
                .connectTimeout(REQUEST)
                .sslContext(trusting)
                .build();
    }

    private static HttpRequest request(URI base) {
        return HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + "/tick/status"))
                .timeout(REQUEST)
                .build();
    }

    private static Outcome ask(HttpClient http, URI base) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request(base), HttpResponse.BodyHandlers.ofString());
            return StubSign.isOfStub(response.statusCode(), response.body())
                    ? new Outcome(true, base.toString())
                    : new Outcome(false, base + " answers with " + response.statusCode() + ", and not as a stub does");
        } catch (SSLHandshakeException e) {
            return new Outcome(
                    false, "the certificate of " + base + " is not trusted; name it by --ca (" + e.getMessage() + ")");
        } catch (IOException e) {
            return new Outcome(false, "nothing answers at " + base);
        }
    }

    private static SSLContext trusting(Path file) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            try (var in = Files.newInputStream(file)) {
                for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    store.setCertificateEntry("ca-" + number, one);
                    number++;
                }
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return context(trust.getTrustManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("--ca: cannot use the file " + file + ": " + e.getMessage(), e);
        }
    }

    private static SSLContext context(TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("https: this Java cannot speak TLS: " + e.getMessage(), e);
        }
    }

    /** Returns what was found as soon as the stub serves, or the last that was found when the time is over. */
    Outcome await(Duration longest) throws InterruptedException, ExecutionException {
        AtomicReference<Outcome> last = new AtomicReference<>(new Outcome(false, "it was not looked for yet"));
        CompletableFuture<Outcome> served = new CompletableFuture<>();
        ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> looks =
                looking.scheduleWithFixedDelay(() -> look(last, served), 0, PAUSE_MS, TimeUnit.MILLISECONDS);
        try {
            return served.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            String why = Optional.ofNullable(last.get()).map(Outcome::text).orElse("");
            return new Outcome(false, "No stub within " + longest.toSeconds() + " s: " + why + ".");
        } finally {
            looks.cancel(true);
            looking.shutdownNow();
        }
    }

    private void look(AtomicReference<Outcome> last, CompletableFuture<Outcome> served) {
        try {
            Outcome found = look.now();
            last.set(found);
            if (found.serving()) {
                served.complete(found);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            served.completeExceptionally(e);
        }
    }
}
