import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.server.handler.AbstractHandler;

/** The web server below WireMock and Tick's stub, alone: reads the body and answers 201 with the bytes of a file, whatever it was asked. */
final class BareJetty extends AbstractHandler {
    private final byte[] answer;

    private BareJetty(byte[] answer) {
        this.answer = answer;
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.getInputStream().readAllBytes();
        response.setStatus(201);
        response.setContentType("application/json");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
        base.setHandled(true);
    }

    public static void main(String[] arguments) throws Exception {
        Server server = new Server(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])));
        server.setHandler(new BareJetty(Files.readAllBytes(Path.of(arguments[1]))));
        server.start();
        server.join();
    }
}
