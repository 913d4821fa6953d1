package dev.tick.stub.wiremock;

import dev.tick.stub.http.Call;
import dev.tick.stub.http.Reply;

/** Answers the calls of one mapping. */
interface Responder {
    Reply answer(Call call);
}
