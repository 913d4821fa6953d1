package dev.tick.stub.wiremock;

import dev.tick.stub.http.Transmission;
import dev.tick.spec.http.Request;

/** Answers the calls of one mapping. */
interface Responder {
    Transmission answer(Request request);
}
